import type { Choice } from "./choices.ts";

const RIGHT_TO_LEFT: readonly string[] = ["ar"];

/** Makes the page the chosen shop's: its stylesheets, scheme and language. Resolves once all of it applies. */
export async function dressPage({ theme, scheme, lang, width }: Choice): Promise<void> {
  const page = document.documentElement;
  page.lang = lang;
  page.dir = RIGHT_TO_LEFT.includes(lang) ? "rtl" : "ltr";
  page.dataset.scheme = scheme;
  page.dataset.theme = theme;
  page.style.setProperty("--width", width === "full" ? "100%" : width);
  // A page that no stylesheet says anything about still has a scheme.
  page.style.colorScheme = scheme;
  const own = theme === "lumen" ? [] : [`/assets/themes/${theme}.css`];
  await Promise.all(theme === "none" ? [] : ["/assets/shop.css", ...own].map(addStylesheet));
}

function addStylesheet(href: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${href} could not be loaded`));
    document.head.append(link);
  });
}
