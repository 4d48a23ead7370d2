import { expect, type Page, test } from "@playwright/test";
import { declineFirst, fillCart, placement } from "../support/shopper.ts";

const PAGES = [
  ["product", "/p/aster-9"],
  ["cart", "/cart"],
  ["checkout", "/checkout"],
] as const;

/** Opens a page of the shop with something in the cart, and waits for the offers. */
async function open(page: Page, [name, path]: (typeof PAGES)[number]): Promise<void> {
  await page.goto(path);
  const offers = placement(page, name).locator("[data-offer]");
  await expect(offers.first()).toBeAttached();
  await offers.first().scrollIntoViewIfNeeded();
}

/** Our controls that are neither 24 pixels wide and high nor that far from the next one. */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const LEAST = 24;
    const targets = [...document.querySelectorAll("goes-with-offers")]
      .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("a[href], button, select, input") ?? [])])
      .map((control) => control.closest("label:has(input)") ?? control)
      .filter((target) => target.getClientRects().length > 0)
      .map((target) => ({ target, box: target.getBoundingClientRect() }));
    const isSmall = ({ width, height }: DOMRect) => width < LEAST || height < LEAST;
    /** From the middle of a small target to the nearest point of another. */
    const distance = (from: DOMRect, to: DOMRect) => {
      const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
      const nearest = isSmall(to)
        ? [to.x + to.width / 2, to.y + to.height / 2]
        : [Math.min(Math.max(x, to.left), to.right), Math.min(Math.max(y, to.top), to.bottom)];
      return Math.hypot(x - (nearest[0] ?? 0), y - (nearest[1] ?? 0));
    };
    return targets
      .filter(({ box }) => isSmall(box))
      .filter(({ target, box }) =>
        targets.some((other) => other.target !== target && distance(box, other.box) < (isSmall(other.box) ? LEAST : LEAST / 2)),
      )
      .map(({ target, box }) => `${target.textContent} ${box.width} × ${box.height}`);
  });

test("row 129: every control is 24 pixels wide and high, or as far from the next one @chromium", async ({ page }) => {
  await fillCart(page, { product: "vela-10" });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 720 });
    for (const one of PAGES) {
      await open(page, one);
      expect(await smallTargets(page)).toEqual([]);
    }
  }
  await open(page, PAGES[0]);
  const list = placement(page, "product");
  await declineFirst(list);
  expect(await smallTargets(page)).toEqual([]);
});

test("row 130: nothing of ours moves by itself or in answer, with or without reduced motion @chromium", async ({ page }) => {
  for (const reducedMotion of ["reduce", "no-preference"] as const) {
    await page.emulateMedia({ reducedMotion });
    await open(page, PAGES[0]);
    const list = placement(page, "product");
    await declineFirst(list);
    const moving = await page.evaluate(() =>
      [document, ...[...document.querySelectorAll("goes-with-offers")].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
        .flatMap((root) => root.getAnimations())
        .map(({ effect }) => (effect as KeyframeEffect).target)
        .filter((target) => {
          const root = target?.getRootNode();
          return (root instanceof ShadowRoot && root.host.localName === "goes-with-offers") || target?.closest("goes-with-offers");
        })
        .map((target) => target?.outerHTML),
    );
    expect(moving).toEqual([]);
    if (reducedMotion === "reduce") expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
});

/** What of ours is wider than its place, and which text is cut off. What stands there for screen readers only is meant to be. */
const lostText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page: ${scrollWidth} in ${clientWidth}`] : [];
    const isCut = (element: HTMLElement) => {
      const { display, overflow } = getComputedStyle(element);
      if (/^(inline|none)$/.test(display) || element.localName === "select" || !element.textContent) return false;
      const hidesBelow = overflow !== "visible" && element.scrollHeight > element.clientHeight + 1;
      return hidesBelow || element.scrollWidth > element.clientWidth + 1;
    };
    const lost = [...document.querySelectorAll("goes-with-offers")].flatMap((host) => {
      const edge = host.getBoundingClientRect();
      return [...(host.shadowRoot?.querySelectorAll<HTMLElement>("*:not([role=status], [role=status] *)") ?? [])].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < edge.left - 1 || right > edge.right + 1 || isCut(element));
      });
    });
    return [...wide, ...lost.map(({ outerHTML }) => outerHTML)];
  });

/** As WCAG's success criterion 1.4.12 has it, on the page and in every root of ours. */
const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}",
    );
    const roots = [...document.querySelectorAll("goes-with-offers")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    for (const root of [document, ...roots]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });

const enlarge = async (page: Page): Promise<void> => void (await page.addStyleTag({ content: "html{font-size:200%!important}" }));

const WAYS = [
  ["320 pixels", { width: 320, height: 640 }, undefined],
  ["400 % zoom", { width: 320, height: 180 }, undefined],
  ["200 % text", { width: 640, height: 720 }, enlarge],
  ["spaced text", { width: 320, height: 640 }, spaceText],
] as const;

for (const [way, size, apply] of WAYS) {
  test(`row 131: with ${way} nothing is cut off and nobody scrolls in two directions @chromium`, async ({ page }) => {
    await page.setViewportSize(size);
    await fillCart(page, { product: "vela-10" });
    for (const one of PAGES) {
      await open(page, one);
      await apply?.(page);
      expect(await lostText(page)).toEqual([]);
    }
  });
}
