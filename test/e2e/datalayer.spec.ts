import { expect, type Page, test } from "@playwright/test";
import { aManifest } from "../support/aManifest.ts";
import { built } from "../support/loaderSite.ts";

const ORIGIN = "https://lamps.example";
const HOST = "goes-with-offers";

const MODEL = {
  entries: { "LMP-1": { with: [["BLB-2", 120, 1, 30]] } },
  cards: {
    "LMP-1": { title: "Desk lamp", price: 3990, url: "/desk-lamp", categories: ["Lamps"] },
    "BLB-2": { title: "Light bulb", price: 499, url: "/light-bulb", categories: ["Bulbs"] },
  },
};

/** What the shop's own scripts tell its analytics, beside what a tag manager pushes, and what a press of its button does. */
const LAYER = `window.dataLayer = [{ "gtm.start": 1, event: "gtm.js" }];
  function gtag() { dataLayer.push(arguments) }
  const lamp = { item_id: "LMP-1", item_name: "Desk lamp", price: "39.90", quantity: 1 };`;

const page = (
  body: string,
  script: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lamps</title><script>${LAYER}${script}</script>
  <script async src="/goeswith/goeswith.js" data-config="/goeswith.json"></script><body><main style="min-height:1200px">${body}</main></body></html>`;

const FILES: Readonly<Record<string, string>> = {
  "/desk-lamp": page(
    `<h1>Desk lamp</h1><button onclick='gtag("event", "add_to_cart", { currency: "USD", items: [lamp] })'>Buy</button><goes-with placement="product"></goes-with>`,
    `dataLayer.push({ ecommerce: null }, { event: "view_item", ecommerce: { currency: "USD", items: [lamp] } });`,
  ),
  "/basket": page('<h1>Basket</h1><goes-with placement="cart"></goes-with>', `dataLayer.push({ ecommerce: { impressions: [] } });`),
  "/goeswith.json": JSON.stringify({ model: "/model", consent: "not-needed", sources: ["model"] }),
  "/model/manifest.json": JSON.stringify(aManifest({ currency: "USD" })),
  "/model/b/0.json": JSON.stringify(MODEL),
};

async function serveLamps(tab: Page): Promise<readonly string[]> {
  const errors: string[] = [];
  tab.on("pageerror", (error) => errors.push(String(error)));
  await tab.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const ours = pathname.startsWith("/goeswith/") ? built(pathname.slice("/goeswith/".length)) : undefined;
    const body = ours ?? FILES[pathname];
    await (body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, contentType: ours ? "text/javascript" : pathname.includes(".json") ? "application/json" : "text/html" }));
  });
  return errors;
}

test("@chromium a data layer: the product in view and the cart that adds up over the pages have offers, and nothing of it is wrapped", async ({
  page: tab,
}) => {
  const errors = await serveLamps(tab);
  await tab.goto(`${ORIGIN}/desk-lamp`);
  await expect(tab.locator(`goes-with ${HOST}`).getByText("Light bulb")).toBeVisible();
  // Its cart cannot be written.
  await expect(tab.locator(`goes-with ${HOST}`).getByRole("link", { name: /Light bulb/ })).toHaveAttribute("href", `${ORIGIN}/light-bulb`);
  await expect(tab.locator(`goes-with ${HOST}`).getByRole("button", { name: /^Add/ })).toHaveCount(0);
  expect(await tab.evaluate(() => Object.getOwnPropertyNames((window as unknown as { dataLayer: object }).dataLayer))).not.toContain(
    "push",
  );
  // What the shop tells after a press is kept for its next pages, where that is allowed.
  await tab.getByRole("button", { name: "Buy" }).click();
  await expect.poll(() => tab.evaluate(() => sessionStorage.getItem("goeswith.cart"))).toContain("LMP-1");
  await tab.goto(`${ORIGIN}/basket`);
  const offer = tab.locator(`goes-with ${HOST}`);
  await expect(offer.getByRole("link", { name: "Light bulb" })).toHaveAttribute("href", `${ORIGIN}/light-bulb`);
  expect(errors).toEqual([]);
});
