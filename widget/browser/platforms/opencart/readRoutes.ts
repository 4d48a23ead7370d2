/** How this shop writes the addresses of its routes: relative ones, which count from the page's base, as the theme's own do. */
export interface Routes {
  readonly isFour: boolean;
  to(route: string, method?: string): string;
}

/** What only the templates of OpenCart 4 hold. */
const FOUR = '[data-oc-toggle],[data-oc-load],#form-product,link[href*="catalog/view/stylesheet/"]';

/** Where a page of OpenCart 4 names its own routes and language; other languages stand in other links. */
const TOLD = "[data-oc-load],[formaction],#wishlist-total,#logo a,script:not([src])";

/** `generation`: "3" or "4", where the page cannot tell. */
export function readRoutes(generation?: string): Routes {
  const isFour = generation ? generation === "4" : !!document.querySelector(FOUR);
  if (!isFour) return { isFour, to: (route, method) => `index.php?route=${route}${method ? `/${method}` : ""}` };
  return {
    isFour,
    to(route, method) {
      // Read anew each time: a page that is still on its way knows less.
      const told = [location.search, ...[...document.querySelectorAll(TOLD)].map(textOf)].join("\n");
      const language = /[?&;]language=([\w-]+)/.exec(told)?.[1];
      // 4.0.0 and 4.0.1 put a bar before the method, every later one a point.
      const mark = /\/cart(\||%7C)/i.test(told) ? "|" : ".";
      return `index.php?route=${route}${method ? mark + method : ""}${language ? `&language=${language}` : ""}`;
    },
  };
}

const textOf = (one: Element) =>
  ["data-oc-load", "formaction", "href"].map((name) => one.getAttribute(name) ?? "").join("\n") +
  (one.localName === "script" ? one.textContent : "");
