/** Puts fresh markup into each named section, as themes do, and gives the focus back to the control that had it. Answers the page they came from, if any. */
export async function showSections(sections: Readonly<Record<string, string>>): Promise<Document | undefined> {
  // Where the policy takes no text for markup, the sections come as parts of a page that the browser has read.
  const isStrict = "strict" in document.documentElement.dataset;
  const fresh = isStrict ? await readPage() : undefined;
  const focused = document.activeElement?.id;
  const scrolled = document.querySelector(".drawer-lines")?.scrollTop ?? 0;
  for (const part of document.querySelectorAll<HTMLElement>("[data-section]")) {
    const name = part.dataset.section ?? "";
    const markup = sections[name];
    if (fresh) part.replaceChildren(...(fresh.querySelector(`[data-section="${name}"]`)?.childNodes ?? []));
    else if (!isStrict && markup !== undefined) part.innerHTML = markup;
  }
  document.querySelector(".drawer-lines")?.scrollTo(0, scrolled);
  if (focused && document.activeElement?.id !== focused) focusOn(focused);
  return fresh;
}

/** This page as the shop would send it now. */
function readPage(): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.onloadend = () => resolve(request.responseXML ?? undefined);
    request.send();
  });
}

/** A stepper that reached 1 has its "less" button disabled; its "more" button stands next to it. */
function focusOn(id: string): void {
  const control = document.getElementById(id) as HTMLButtonElement | null;
  const target = control?.disabled ? document.getElementById(id.replace("-less-", "-more-")) : control;
  target?.focus({ preventScroll: true });
}
