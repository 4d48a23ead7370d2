const CARRIED = ["scheme", "tag", "csp", "config", "goeswith"];

/** Links and forms of the shop keep the way a page was asked to be shown (`?scheme=dark`), so that a walk through the shop stays as it began. */
export function keepSwitches(): void {
  const here = new URLSearchParams(location.search);
  const kept = CARRIED.filter((name) => here.has(name));
  if (!kept.length) return;
  const carry = (address: string): string => {
    const url = new URL(address);
    if (url.origin !== location.origin) return address;
    for (const name of kept) if (!url.searchParams.has(name)) url.searchParams.set(name, here.get(name) ?? "");
    return url.href;
  };
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((element) => element instanceof HTMLAnchorElement);
    if (link?.href) link.href = carry(link.href);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    form.action = carry(form.action);
  });
}
