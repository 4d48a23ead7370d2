import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCatalogue } from "../../../../demo/shop/catalogue/createCatalogue.ts";
import { createShop } from "../../../../demo/shop/createShop.ts";
import { front } from "../../../../demo/stores/electronics/front.ts";
import { products } from "../../../../demo/stores/electronics/products.ts";
import { aStoreProduct } from "../../../../demo/stores/storeProduct.ts";

const hostile = aStoreProduct({ id: "x", title: "</script><img src=x onerror=alert(1)>", price: 1, category: '"><b>/Odd' });
const catalogue = createCatalogue([...products, hostile]);
const pairs = async () => new Map([["aster-9", [{ id: "clear-aster-9", share: 0.31 }]]]);
const shop = createShop({
  front,
  catalogue,
  config: { shop: "lumen", priceBand: 1.25 },
  configs: "demo/configs",
  pairs,
  file: async () => undefined,
});

let server: Server;
let origin = "";
beforeAll(async () => {
  server = createServer((request, response) => void shop(request, response)).listen(0);
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const get = (path: string, cookie = "lumen-visitor=a") => fetch(origin + path, { headers: { cookie }, redirect: "manual" });
const post = (path: string, body: object, cookie = "lumen-visitor=a") =>
  fetch(origin + path, { method: "POST", headers: { cookie, "content-type": "application/json" }, body: JSON.stringify(body) });
const form = (path: string, fields: Record<string, string>, cookie: string) =>
  fetch(origin + path, { method: "POST", headers: { cookie }, body: new URLSearchParams(fields), redirect: "manual" });

/** What a data block of the page says. */
const block = (page: string, mark: string): unknown =>
  JSON.parse(new RegExp(`<script[^>]*${mark}[^>]*>(.*?)</script>`).exec(page)?.[1] ?? "null");

describe("the shop's pages", () => {
  it.each(["/", "/c/phones", "/c/phones/cases", "/p/aster-9", "/cart", "/partners/cover-ottersby"])("answers %s", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<h1>");
  });

  it.each(["/p/nothing", "/c/nothing", "/c/phones/nothing", "/thanks/L-1", "/p/%E0%A4%A"])("has nothing at %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it("escapes whatever the catalogue holds", async () => {
    const page = await (await get("/p/x")).text();
    expect(page).not.toContain("<img src=x");
    expect(block(page, "ld\\+json")).toMatchObject({ name: hostile.title, offers: { price: "1.00", priceCurrency: "EUR" } });
  });

  it("says what the product page is about", async () => {
    const page = await (await get("/p/aster-9?variant=aster-9-256-sage")).text();
    expect(page).toContain('data-goeswith-step="product"');
    expect(page).toContain('data-goeswith-variant="aster-9-256-sage"');
    expect(block(page, "ld\\+json")).toMatchObject({
      "@type": "Product",
      sku: "aster-9",
      offers: { price: "679.00", availability: "https://schema.org/InStock" },
    });
  });

  it("leaves the widget's tag out when asked to, and names the configuration asked for only where it is one of its own", async () => {
    expect(await (await get("/?tag=off")).text()).not.toContain("/goeswith/goeswith.js");
    expect(await (await get("/?config=/configs/http.json")).text()).toContain('data-config="/configs/http.json"');
    expect(await (await get("/?config=https://evil.example/x.json")).text()).toContain('data-config="/goeswith.json"');
  });

  it("gives every script the nonce of the strict policy", async () => {
    const answer = await get("/?csp=strict");
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
    const tags = (await answer.text()).match(/<script[^>]* src=[^>]*>/g) ?? [];
    expect(tags).toHaveLength(2);
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  });

  it("keeps the strict policy on later pages, until another is asked for", async () => {
    const policy = async (path: string, cookie: string) =>
      (await fetch(origin + path, { headers: { cookie } })).headers.get("content-security-policy");
    const asked = await get("/?csp=strict");
    const cookie = asked.headers.getSetCookie().find((text) => text.startsWith("lumen-csp=")) ?? "";
    expect(await policy("/cart", cookie)).toContain("trusted-types 'none'");
    expect(await policy("/cart?csp=off", cookie)).toBeNull();
  });

  it("keeps its other clothes on later pages, until its own are asked for", async () => {
    const page = async (path: string, cookie: string) => (await fetch(origin + path, { headers: { cookie } })).text();
    const asked = await get("/?theme=loud");
    const cookie = asked.headers.getSetCookie().find((text) => text.startsWith("lumen-theme=")) ?? "";
    expect(await page("/cart", cookie)).toContain("/assets/themes/loud.css");
    expect(await page("/cart?theme=lumen", cookie)).not.toContain("/assets/themes/");
    expect(await page("/?theme=../x", "")).not.toContain("/assets/themes/");
  });
});

describe("the cart's interface", () => {
  it("answers a change with the cart and the sections asked for", async () => {
    const cookie = "lumen-visitor=b";
    const answer = (await (
      await post("/api/cart/add?sections=count,drawer,nonsense", { product: "aster-9", quantity: 2 }, cookie)
    ).json()) as {
      cart: { lines: { key: string }[] };
      sections: Record<string, string>;
    };
    expect(answer.cart).toMatchObject({
      currency: "EUR",
      total: 1198,
      lines: [{ product: "aster-9", variant: "aster-9-128-midnight", quantity: 2, price: 599 }],
    });
    expect(Object.keys(answer.sections)).toEqual(["count", "drawer"]);
    expect(answer.sections.drawer).toContain(`data-goeswith-line="${answer.cart.lines[0]?.key}"`);
    expect(block(await (await get("/cart", cookie)).text(), 'data-goeswith="cart"')).toEqual(answer.cart);
  });

  it("refuses with 422 and the reason in words", async () => {
    const answer = await post("/api/cart/add", { product: "glass-aster-8", quantity: 1 });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ message: "Screen protector for Aster 8 is sold out.", reason: "isSoldOut" });
  });

  it("takes a plain form with chosen options and leads it to the cart page", async () => {
    const cookie = "lumen-visitor=c";
    const answer = await form(
      "/api/cart/add",
      { product: "aster-9", quantity: "1", "option.colour": "Coral", "option.memory": "256 GB" },
      cookie,
    );
    expect(answer.headers.get("location")).toBe("/cart");
    expect(block(await (await get("/cart", cookie)).text(), 'data-goeswith="cart"')).toMatchObject({
      lines: [{ variant: "aster-9-256-coral" }],
    });
  });

  it("tells live prices and stock, also of the product it will refuse", async () => {
    const answer = await (await get("/api/products?ids=glass-aster-8,pebble-sport,nothing")).json();
    expect(answer).toMatchObject({
      products: [
        { id: "glass-aster-8", available: true, price: { minor: 1490 } },
        { id: "pebble-sport", available: false },
      ],
    });
  });
});

describe("the checkout", () => {
  const recipient = { email: "ada@example.com", name: "Ada <b>", street: "Quay 4", postcode: "D02", city: "Dublin", delivery: "express" };

  it("places the order once, empties the cart and shows the order to its visitor only", async () => {
    const cookie = "lumen-visitor=d";
    await post("/api/cart/add", { product: "charger-30", quantity: 1 }, cookie);
    const placed = await form("/checkout", recipient, cookie);
    const thanks = placed.headers.get("location") ?? "";
    expect(placed.status).toBe(303);
    const page = await (await get(thanks, cookie)).text();
    expect(block(page, 'data-goeswith="order"')).toMatchObject({
      currency: "EUR",
      total: 34.8,
      lines: [{ product: "charger-30", quantity: 1, price: 24.9 }],
    });
    expect(block(page, 'data-goeswith="cart"')).toMatchObject({ lines: [] });
    expect(page).not.toContain("<b>,");
    expect((await get(thanks, "lumen-visitor=other")).status).toBe(404);
    expect((await form("/checkout", recipient, cookie)).headers.get("location")).toBe("/cart");
  });

  it("keeps what was filled in when something is missing", async () => {
    const cookie = "lumen-visitor=e";
    await post("/api/cart/add", { product: "charger-30", quantity: 1 }, cookie);
    const answer = await form("/checkout", { ...recipient, city: " " }, cookie);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="Quay 4"');
  });
});

describe("the remote recommender", () => {
  it("answers with cards of what was bought together", async () => {
    const answer = await (await post("/api/recommend", { view: null, cart: { lines: [{ product: "aster-9-256-sage" }] } })).json();
    expect(answer).toMatchObject({
      currency: "EUR",
      candidates: [
        { id: "clear-aster-9", kind: "cross-sell", for: "aster-9", because: [{ kind: "together", share: 0.3 }], card: { price: 1990 } },
      ],
    });
  });
});

describe("the configurations", () => {
  it("say in what they differ from the shop's own", async () => {
    expect(await (await get("/configs/preview.json")).json()).toEqual({ shop: "lumen", priceBand: 1.25, enabled: "preview" });
    expect((await get("/configs/nothing.json")).status).toBe(404);
  });
});

describe("the shop's languages", () => {
  const german = "lumen-visitor=german; lumen-language=de";

  it.each([
    ["de", 'lang="de" dir="ltr"', "In den Warenkorb", "Transparente Hülle für Aster 9"],
    ["ar", 'lang="ar" dir="rtl"', "إضافة إلى السلة", "غطاء شفاف لهاتف Aster 9"],
    ["en", 'lang="en" dir="ltr"', "Add to cart", "Clear case for Aster 9"],
    ["xx", 'lang="en" dir="ltr"', "Add to cart", "Clear case for Aster 9"],
  ])("speaks %s where it is asked to, and remembers that", async (lang, root, button, title) => {
    const answer = await get(`/p/clear-aster-9?lang=${lang}`);
    expect(answer.headers.get("set-cookie")).toContain(`lumen-language=${lang === "xx" ? "en" : lang};`);
    const text = await answer.text();
    expect(text).toContain(`<html ${root}`);
    expect(text).toContain(button);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(block(text, "ld\\+json")).toMatchObject({ name: title, offers: { price: "19.90", priceCurrency: "EUR" } });
  });

  it("keeps to the language of the cookie, in pages, prices, cart and live answers", async () => {
    expect((await post("/api/cart/add", { product: "clear-aster-9", quantity: 2 }, german)).status).toBe(200);
    const { cart, sections } = (await (await get("/api/cart?sections=cart", german)).json()) as {
      cart: { lines: readonly { title: string }[] };
      sections: { cart: string };
    };
    expect(cart.lines[0]?.title).toBe("Transparente Hülle für Aster 9");
    expect(sections.cart).toContain("39,80\u00a0€");
    const live = (await (await get("/api/products?ids=clear-aster-9", german)).json()) as { products: readonly object[] };
    expect(live.products).toMatchObject([{ title: "Transparente Hülle für Aster 9", price: { minor: 1990, currency: "EUR" } }]);
  });

  it("refuses in the shopper's language, and says why to the page's script", async () => {
    const answer = await post("/api/cart/add", { product: "glass-aster-8" }, german);
    expect(await answer.json()).toEqual({ message: "Displayschutz für Aster 8 ist ausverkauft.", reason: "isSoldOut" });
  });

  it("offers every language on every page", async () => {
    const text = await (await get("/cart", german)).text();
    for (const lang of ["en", "de", "ar"]) expect(text).toContain(`href="?lang=${lang}"`);
  });

  it("shows the terms of a service and the price of a measure", async () => {
    expect(await (await get("/p/care-phone-2")).text()).toContain('href="/terms/care-phone-2"');
    expect((await get("/terms/care-phone-2")).status).toBe(200);
    expect((await get("/terms/aster-9")).status).toBe(404);
    expect(await (await get("/p/spray-lens")).text()).toContain("€19.80 per 100 ml");
  });
});
