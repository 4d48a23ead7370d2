/** What can be chosen about the gallery, by the name in the address; the first of each is what it opens with. */
export const CHOICES = {
  layout: ["all", "list", "strip", "bundle", "bump", "swap"],
  theme: ["lumen", "loud", "plain", "none"],
  scheme: ["light", "dark"],
  lang: ["en", "ar", "cs", "de", "es", "fr", "pl", "ru", "tr", "uk"],
  density: ["normal", "compact", "roomy"],
  width: ["full", "360px", "640px"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type Choice = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** What the address asks for; whatever is not on the list counts as not asked. */
export function readChoice(query: URLSearchParams): Choice {
  const chosen = Object.entries(CHOICES).map(([name, values]) => {
    const asked = query.get(name);
    return [name, values.find((value) => value === asked) ?? values[0]];
  });
  return Object.fromEntries(chosen) as Choice;
}

/** Links to the same gallery with one thing chosen otherwise. */
export function choiceLinks(choice: Choice): DocumentFragment {
  const links = document.createDocumentFragment();
  for (const [name, values] of Object.entries(CHOICES) as [keyof Choice, readonly string[]][]) {
    const row = document.createElement("p");
    row.append(`${name}: `, ...values.flatMap((value) => [choiceLink(choice, name, value), " "]));
    links.append(row);
  }
  return links;
}

function choiceLink(choice: Choice, name: keyof Choice, value: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = `?${new URLSearchParams({ ...choice, [name]: value }).toString()}`;
  link.textContent = value;
  if (choice[name] === value) link.setAttribute("aria-current", "true");
  return link;
}
