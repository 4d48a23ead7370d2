import { expect, type Page, test } from "@playwright/test";
import { fillCart, placement } from "../support/shopper.ts";

/** What a hostile title, vendor, option, picture or message could be; each would set `__x` if it were taken for code. */
const PAYLOADS = [
  `<script>__x=1</script>`,
  `<img src=x onerror=__x=1>`,
  `"><svg onload=__x=1>`,
  `'><iframe srcdoc="<script>parent.__x=1</script>">`,
  `<a href="javascript:__x=1">x</a>`,
  "${__x=1}",
  `{{constructor.constructor('__x=1')()}}`,
  `<math><mtext><style><img src onerror=__x=1>`,
  `\u202e<b onmouseover=__x=1>`,
  `]]><script>__x=1</script>`,
  `<template><img src=x onerror=__x=1></template>`,
  `<details open ontoggle=__x=1>`,
];

const ADDRESSES = [
  "javascript:__x=1",
  "\u0001javascript:__x=1",
  "java\nscript:__x=1",
  "data:text/html,<script>__x=1</script>",
  "vbscript:__x=1",
  "//evil.example/",
  "\\\\evil.example/",
  "/\\evil.example/",
  "https:evil.example",
  "https://user:pw@evil.example/",
];

type Card = Record<string, unknown>;

/** Lets every card of the model through `change`. */
async function changeCards(page: Page, change: (card: Card, at: number) => Card): Promise<void> {
  let at = 0;
  await page.route(/\/model\/[^/]+\/\d+\.json/, async (route) => {
    const shard = (await (await route.fetch()).json()) as { cards: Record<string, Card> };
    const cards = Object.fromEntries(Object.entries(shard.cards).map(([id, card]) => [id, change(card, at++)]));
    await route.fulfill({ json: { ...shard, cards } });
  });
}

const isUntouched = (page: Page) =>
  page.evaluate(() => (globalThis as { __x?: number }).__x === undefined && ({} as { polluted?: boolean }).polluted === undefined);

test("@chromium row 97: hostile words of the catalogue are shown as words", async ({ page }) => {
  await changeCards(page, (card, at) => ({
    ...card,
    title: PAYLOADS[at % PAYLOADS.length],
    brand: PAYLOADS[0],
    by: PAYLOADS[1],
    image: PAYLOADS[2],
  }));
  await page.route(/\/api\/cart\/add/, (route) => route.fulfill({ status: 422, json: { message: PAYLOADS[1] } }));
  await page.goto("/p/aster-9");
  const list = placement(page, "product");
  await expect(list.locator("[data-offer]").first()).toBeVisible();
  const words = (await list.locator("[data-offer]").allInnerTexts()).join(" ");
  expect(PAYLOADS.some((payload) => words.includes(payload))).toBe(true);
  await list.getByRole("button", { name: /^Add/ }).first().click();
  await expect(list.getByText(PAYLOADS[1] ?? "").first()).toBeVisible();
  expect(await isUntouched(page)).toBe(true);
});

test("row 98: an address that leads elsewhere or runs code is no link", async ({ page, baseURL }) => {
  await changeCards(page, (card, at) => ({
    ...card,
    url: ADDRESSES[at % ADDRESSES.length],
    image: ADDRESSES[(at + 3) % ADDRESSES.length],
  }));
  await page.goto("/p/aster-9");
  await expect(placement(page, "product").locator("[data-offer]").first()).toBeVisible();
  const links = await placement(page, "product")
    .locator("a[href]")
    .evaluateAll((list) => list.map((link) => (link as HTMLAnchorElement).href));
  expect(links.filter((href) => !href.startsWith(`${baseURL}/`))).toEqual([]);
  const pictures = await placement(page, "product")
    .locator("img")
    .evaluateAll((list) => list.map((image) => (image as HTMLImageElement).src));
  expect(pictures.filter((src) => !/^https?:/.test(src))).toEqual([]);
  expect(await isUntouched(page)).toBe(true);
});

test("@chromium row 100: monstrous JSON-LD neither throws nor holds the page up", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    const blocks = [
      `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
      `{"@type":"Product","name":"${"x".repeat(4_000_000)}"}`,
      `{"@type":"Product","offers":{"price":1e400,"priceCurrency":"EUR"}}`,
      `{"@graph":[{"@type":"Product"`,
      ...Array.from({ length: 2000 }, () => `{"@type":"Product","sku":"other"}`),
    ];
    document.addEventListener("readystatechange", () => {
      if (document.readyState !== "interactive") return;
      for (const text of blocks) {
        const script = document.createElement("script");
        script.type = "application/ld+json";
        script.textContent = text;
        document.head.append(script);
      }
    });
  });
  await page.goto("/p/aster-9");
  await expect(placement(page, "product").locator("[data-offer]").first()).toBeVisible();
  expect((await placement(page, "product").locator("[data-offer]").allInnerTexts()).join()).not.toMatch(/Infinity|NaN/);
  expect(errors).toEqual([]);
});

test("@chromium row 101: no key of the model, the configuration or the cart reaches a prototype", async ({ page }) => {
  const poison = `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},`;
  const poisoned = async (pattern: RegExp) =>
    page.route(pattern, async (route) => {
      const body = await (await route.fetch()).text();
      await route.fulfill({ contentType: "application/json", body: poison + body.slice(body.indexOf("{") + 1) });
    });
  await poisoned(/\/model\//);
  await poisoned(/\/goeswith\.json/);
  await fillCart(page, { product: "aster-9" });
  await page.goto("/cart");
  await expect(placement(page, "cart").locator("[data-offer]").first()).toBeVisible();
  expect(await isUntouched(page)).toBe(true);
});

test("rows 104 and 105: the shop's strict policy with a nonce and Trusted Types is not broken once", async ({ page }) => {
  const violations: string[] = [];
  await page.exposeFunction("noteViolation", (what: string) => void violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample, sourceFile }) => {
      void (globalThis as unknown as { noteViolation(what: string): void }).noteViolation(
        [violatedDirective, blockedURI, sample, sourceFile].join(" "),
      );
    });
  });
  await fillCart(page, { product: "aster-9" });
  await page.goto("/cart?csp=strict");
  const cart = placement(page, "cart");
  await cart
    .getByRole("button", { name: /^Add .* to cart/ })
    .first()
    .click();
  await expect(cart.getByRole("status")).toHaveText(/is in your cart/);
  await cart
    .getByRole("button", { name: /^No thanks/ })
    .first()
    .click();
  await expect(cart.getByRole("button", { name: "Not for me" })).toBeVisible();
  await page.goto("/checkout?csp=strict");
  await expect(placement(page, "checkout").getByRole("checkbox")).toBeVisible();
  expect(violations).toEqual([]);
});
