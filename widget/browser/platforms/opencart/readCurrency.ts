/** The currency of what is shown: from the shop's cookie, else the one of its switch (common/currency.twig) whose sign that shows. `""`: not told. */
export function readCurrency(): string {
  const [, code] = /(?:^|;\s*)currency=([A-Z]{3})(?:;|$)/.exec(document.cookie) ?? [];
  if (code) return code;
  const form = document.querySelector("#form-currency");
  const sign = form?.querySelector("strong")?.textContent.trim();
  for (const choice of form?.querySelectorAll(".dropdown-menu a,.dropdown-menu button") ?? []) {
    const name = ["data-code", "name", "href"].map((from) => choice.getAttribute(from)).find((value) => /^[A-Z]{3}$/.test(value ?? ""));
    if (name && sign && choice.textContent.trim().startsWith(sign)) return name;
  }
  return "";
}
