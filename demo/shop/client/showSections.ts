interface Policy {
  createHTML(text: string): string;
  createScript(text: string): string;
}

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  }
}

const rules: Policy = { createHTML: (text) => text, createScript: (text) => text };
const policy: Policy = window.trustedTypes?.createPolicy("lumen-shop", rules) ?? rules;

/** Puts fresh markup into each named section, as themes do, and gives the focus back to the control that had it. */
export function showSections(sections: Readonly<Record<string, string>>): void {
  const focused = document.activeElement?.id;
  const scrolled = document.querySelector(".drawer-lines")?.scrollTop ?? 0;
  for (const part of document.querySelectorAll<HTMLElement>("[data-section]")) {
    const markup = sections[part.dataset.section ?? ""];
    if (markup !== undefined) part.innerHTML = policy.createHTML(markup);
  }
  document.querySelector(".drawer-lines")?.scrollTo(0, scrolled);
  if (focused && document.activeElement?.id !== focused) focusOn(focused);
}

/** A stepper that reached 1 has its "less" button disabled; its "more" button stands next to it. */
function focusOn(id: string): void {
  const control = document.getElementById(id) as HTMLButtonElement | null;
  const target = control?.disabled ? document.getElementById(id.replace("-less-", "-more-")) : control;
  target?.focus({ preventScroll: true });
}

/** Writes JSON into a data block. To a policy with Trusted Types its text is a script's. */
export function writeData(block: HTMLScriptElement | null, data: unknown): void {
  if (block) block.text = policy.createScript(JSON.stringify(data));
}
