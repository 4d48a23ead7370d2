import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

/** What the gallery can be asked for in its address. */
export type Asked = Readonly<Partial<Record<"layout" | "theme" | "scheme" | "lang" | "density" | "width", string>>>;

/** Opens the gallery and waits until every scene stands, the pictures too. */
export async function openGallery(page: Page, asked: Asked = {}): Promise<void> {
  await page.goto(`/gallery?${new URLSearchParams(asked).toString()}`);
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await page.evaluate(async () => {
    const pictures = [...document.querySelectorAll("goes-with-offers")].flatMap(({ shadowRoot }) => [
      ...shadowRoot!.querySelectorAll("img"),
    ]);
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all(pictures.map((picture) => picture.decode()));
  });
}

/** What our parts of the page are made of, laid over by a stylesheet of a shopper. */
export async function styleOffers(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    for (const { shadowRoot } of document.querySelectorAll("goes-with-offers")) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      shadowRoot!.adoptedStyleSheets = [...shadowRoot!.adoptedStyleSheets, sheet];
    }
  }, css);
}

/** Where something of ours is cut off, sticks out of its place or has to be scrolled sideways; only a strip's row may be scrolled. */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) faults.push(`the page is ${wide} px too wide`);
    for (const host of document.querySelectorAll("goes-with-offers")) {
      const scene = host.parentElement?.getAttribute("aria-label") ?? "";
      const place = host.getBoundingClientRect();
      for (const element of host.shadowRoot!.querySelectorAll<HTMLElement>(":not([role=status])")) {
        const about = `${scene}: <${element.localName} class="${element.className}"> ${element.textContent?.slice(0, 40)}`;
        const row = element.closest("ul");
        const scrolled = row && getComputedStyle(row).overflowX === "auto" ? row : undefined;
        const box = element.getBoundingClientRect();
        if (!scrolled && box.width && (box.left < place.left - 5 || box.right > place.right + 5)) faults.push(`${about} sticks out`);
        if (element.innerText && element !== scrolled && getComputedStyle(element).overflowX !== "visible") {
          if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
            faults.push(`${about} is cut off`);
        }
        // Words of a flex or grid item may run out of it without its scrolling.
        const inner = document.createRange();
        inner.selectNodeContents(element);
        const words = element.firstElementChild ? undefined : inner.getBoundingClientRect();
        if (words?.width && (words.left < box.left - 1 || words.right > box.right + 1) && element.localName !== "option")
          faults.push(`${about} runs out of its box`);
      }
    }
    return faults;
  });

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
}

interface Axe {
  run(context: object, options: object): Promise<{ readonly violations: readonly Finding[]; readonly incomplete: readonly Finding[] }>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const CONTRAST = "color-contrast";
/** A strip with nothing scrolled away, because what is out of sight is not judged. */
const UNROLLED = "ul{grid:auto/repeat(auto-fit,minmax(min(100%,17.5em),1fr))!important}";

/**
 * What axe finds wrong in the scenes by the rules of WCAG 2.2 AA, and the contrasts it could not tell. `all`: every rule; `contrast`: what depends on
 * colours; `structure`: what does not.
 */
export async function findings(page: Page, which: "all" | "contrast" | "structure" = "all"): Promise<readonly string[]> {
  await styleOffers(page, UNROLLED);
  await page.evaluate(axe);
  const options = {
    runOnly: which === "contrast" ? [CONTRAST] : ALL,
    ...(which === "structure" && { rules: { [CONTRAST]: { enabled: false } } }),
    resultTypes: ["violations", "incomplete"],
  };
  const { violations, incomplete } = await page.evaluate(
    (how) => (globalThis as unknown as { axe: Axe }).axe.run({ include: [["goes-with-offers"]] }, how),
    options,
  );
  const unsure = incomplete.filter(({ id }) => id === CONTRAST);
  return [...violations, ...unsure].flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} (${any[0]?.message ?? ""})`));
}
