import { beforeEach, expect, test, vi } from "vitest";
import { guessProduct } from "../../../../../widget/browser/platforms/markup/guessProduct.ts";

beforeEach(() => {
  document.head.innerHTML = "";
  document.body.innerHTML = "";
  document.body.removeAttribute("data-goeswith-product");
  history.replaceState(null, "", "/p/case");
});

const jsonLd = (...blocks: readonly unknown[]) => {
  for (const block of blocks) {
    const script = document.createElement("script");
    script.type = "application/ld+json";
    script.textContent = typeof block === "string" ? block : JSON.stringify(block);
    document.head.append(script);
  }
};
const product = { "@type": "Product", sku: "P1", name: "Clear case" };
const eur = (price: unknown) => ({ "@type": "Offer", price, priceCurrency: "EUR" });

test("nothing on the page is no product", () => {
  expect(guessProduct()).toEqual({});
});

test("WooCommerce: a product in @graph with a price specification", () => {
  const specification = { "@type": "UnitPriceSpecification", price: "18.00", priceCurrency: "USD" };
  const offer = { "@type": "Offer", priceSpecification: [specification], availability: "http://schema.org/InStock" };
  jsonLd({
    "@graph": [{ "@type": "BreadcrumbList" }, { ...product, url: "https://s.test/p", offers: [offer] }],
  });
  expect(guessProduct().view).toEqual({
    id: "P1",
    title: "Clear case",
    url: "https://s.test/p",
    price: { minor: 1800, currency: "USD" },
    available: true,
    aliases: ["P1"],
  });
});

test("PrestaShop: one offer, a category", () => {
  const offers = { ...eur("19.12"), availability: "https://schema.org/OutOfStock" };
  jsonLd({ ...product, category: "Men > Shirts", offers });
  expect(guessProduct().view).toMatchObject({ price: { minor: 1912 }, available: false, categories: ["Men", "Shirts"] });
});

test.each([
  ["a number", eur(12.9), 1290],
  ["text", eur("12.90"), 1290],
  ["the lowest of a range", { "@type": "AggregateOffer", lowPrice: "10", highPrice: "20", priceCurrency: "EUR" }, 1000],
  ["the first of a list that has one", [{}, eur("x"), eur(7)], 700],
  [
    "the sale price beside the list price",
    { priceSpecification: [{ ...eur(20), priceType: "https://schema.org/ListPrice" }, eur(15)] },
    1500,
  ],
  ["not the price per kilogram", { priceSpecification: [{ ...eur(99), referenceQuantity: { value: 1 } }, eur(5)] }, 500],
  ["not one in euro sign", { price: 5, priceCurrency: "€" }, undefined],
  ["not one with a comma", eur("1.234,50"), undefined],
  ["not less than nothing", eur(-1), undefined],
  ["row 100: not an endless one", '{"price":1e400,"priceCurrency":"EUR"}', undefined],
  ["row 100: not one beyond counting", eur(1e308), undefined],
  ["nothing without offers", undefined, undefined],
])("price: %s", (_, offers, minor) => {
  jsonLd(typeof offers === "string" ? `{"@type":"Product","sku":"P1","name":"Case","offers":${offers}}` : { ...product, offers });
  expect(guessProduct().view?.price?.minor).toBe(minor);
});

test.each([
  ["productID before sku", { ...product, productID: "77" }, "77", ["77", "P1"]],
  ["a number", { ...product, sku: 42 }, "42", ["42"]],
])("id: %s", (_, node, id, aliases) => {
  jsonLd(node);
  expect(guessProduct().view).toMatchObject({ id, aliases });
});

test("a product group has the first price, is available when one variant is, and is known by the ids of all", () => {
  const variants = [
    { "@type": "Product", sku: "P1-64", color: "Black", size: "64 GB", offers: { ...eur(499), availability: "SoldOut" } },
    { "@type": "Product", sku: "P1-128", color: "Black", size: "128 GB", offers: { ...eur(549), availability: "InStock" } },
    { "@type": "Product", name: "no id" },
  ];
  jsonLd({
    "@type": "ProductGroup",
    productGroupID: "P1",
    name: "Aster 9",
    hasVariant: variants,
  });
  expect(guessProduct().view).toEqual({
    id: "P1",
    title: "Aster 9",
    price: { minor: 49900, currency: "EUR" },
    available: true,
    aliases: ["P1", "P1-64", "P1-128"],
  });
});

test("the product is found under mainEntity, in lists and by its full type", () => {
  jsonLd([{ "@type": "WebPage", mainEntity: [[{ ...product, "@type": ["Thing", "http://schema.org/Product"] }]] }]);
  expect(guessProduct().view?.id).toBe("P1");
});

test.each([
  ["the one whose address this is", { ...product, sku: "P2", url: `${location.origin}/p/case?ref=1` }, "P2"],
  ["the first, when they are the same product twice", product, "P1"],
  ["none, when it is a list", { ...product, sku: "P2" }, undefined],
])("of several products: %s", (_, other, id) => {
  jsonLd({ ...product, name: "Main" }, other);
  expect(guessProduct().view?.id).toBe(id);
});

test("products in an item list are not in view", () => {
  jsonLd({ "@type": "ItemList", itemListElement: [{ item: product }] });
  expect(guessProduct()).toEqual({});
});

test("a mark on one of several cards wins over what is told, which stays an alias", () => {
  jsonLd({ ...product, offers: eur(5) });
  document.body.innerHTML =
    '<i data-goeswith-product="9"></i><main data-goeswith-product="9001"><form action="/cart"><select data-goeswith-variant="9001-b"></select></form></main>';
  expect(guessProduct()).toMatchObject({
    view: { id: "9001", title: "Clear case", price: { minor: 500 }, aliases: ["P1"] },
    variant: "9001-b",
  });
});

test("of many marked cards the one with the form to add is in view, and of a list none", () => {
  const card = (id: string, inner = "") => `<div data-goeswith-product="${id}">${inner}</div>`;
  document.body.innerHTML = card("a") + card("b", '<form action="/cart/add"></form>') + card("c");
  expect(guessProduct().view?.id).toBe("b");
  document.body.innerHTML = card("a") + card("b");
  expect(guessProduct()).toEqual({});
});

const item = (sku: string, more = "") =>
  `<div itemscope itemtype="http://schema.org/Product"><meta itemprop="sku" content="${sku}"><b itemprop="name">Case ${sku}</b>${more}</div>`;

test("microdata: values from content, addresses and text, an offer and a category of their own", () => {
  document.body.innerHTML = item(
    "P1",
    `<span itemprop="category" itemscope><i itemprop="name">Cases</i></span><a itemprop="url" href="https://s.test/p">More</a>
     <div itemprop="offers" itemscope><span itemprop="price" content="12.90">12,90 €</span><meta itemprop="priceCurrency" content="EUR">
     <link itemprop="availability" href="https://schema.org/InStock"></div>`,
  );
  expect(guessProduct().view).toEqual({
    id: "P1",
    title: "Case P1",
    url: "https://s.test/p",
    categories: ["Cases"],
    price: { minor: 1290, currency: "EUR" },
    available: true,
    aliases: ["P1"],
  });
});

test("microdata: of many cards the one with the form to add, of a list none, of nested ones the outer", () => {
  document.body.innerHTML = item("a") + item("b", '<button name="add-to-cart">Buy</button>');
  expect(guessProduct().view?.id).toBe("b");
  document.body.innerHTML = item("a") + item("b");
  expect(guessProduct()).toEqual({});
  document.body.innerHTML = item("a", item("b", '<button name="add-to-cart">Buy</button>'));
  expect(guessProduct().view?.id).toBe("a");
});

const og = (tags: Readonly<Record<string, string>>) => {
  for (const [property, content] of Object.entries(tags)) document.head.innerHTML += `<meta property="${property}" content="${content}">`;
};

test("Open Graph tells a product by itself and fills in what microdata leaves out; JSON-LD goes before both", () => {
  og({
    "og:type": "product",
    "og:title": "Case",
    "product:retailer_item_id": "P1",
    "product:price:amount": "5",
    "product:price:currency": "EUR",
    "product:availability": "oos",
  });
  const price = { minor: 500, currency: "EUR" };
  expect(guessProduct().view).toEqual({ id: "P1", title: "Case", price, available: false, aliases: ["P1"] });
  document.body.innerHTML = item("P7");
  expect(guessProduct().view).toMatchObject({ id: "P7", title: "Case P7", price });
  jsonLd({ ...product, offers: { availability: "InStock" } });
  expect(guessProduct().view).toEqual({ id: "P1", title: "Clear case", available: true, aliases: ["P1"] });
});

test("Open Graph of another page is no product", () => {
  og({ "og:type": "website", "og:title": "Shop", "product:retailer_item_id": "P1" });
  expect(guessProduct()).toEqual({});
});

test("row 97: a title is text", () => {
  const title = "</b><img src=x onerror=alert(1)>";
  jsonLd({ ...product, name: title });
  expect(guessProduct().view?.title).toBe(title);
});

test.each(["javascript:alert(1)", "\u0001javascript:alert(1)", "data:text/html,x", "vbscript:x", "https://user:pw@evil.test/"])(
  "row 98: %j is no address",
  (url) => {
    jsonLd({ ...product, url });
    expect(guessProduct().view).toEqual({ id: "P1", title: "Clear case", aliases: ["P1"] });
  },
);

test("row 101: __proto__ in JSON-LD reaches no prototype", () => {
  jsonLd('{"@type":"Product","sku":"__proto__","name":"x","__proto__":{"polluted":1},"hasVariant":[{"sku":"v","__proto__":"p"}]}');
  expect(guessProduct().view).toMatchObject({ id: "__proto__" });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("row 100: broken, deep and absurd blocks are passed over", () => {
  const deep = `{"mainEntity":`.repeat(15_000) + "1" + "}".repeat(15_000);
  jsonLd(
    "{broken",
    "[".repeat(100_000) + "]".repeat(100_000),
    deep,
    "null",
    '"text"',
    '{"@type":{"toString":1},"priceType":{"toString":1}}',
    product,
  );
  expect(guessProduct().view?.id).toBe("P1");
});

test("row 100: of a flood only so much is parsed", () => {
  jsonLd(`"${"x".repeat(1_000_000)}"`, ...Array.from({ length: 5000 }, () => `"${"x".repeat(20_000)}"`));
  const parse = vi.spyOn(JSON, "parse");
  guessProduct();
  const parsed = parse.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
  expect(parse.mock.calls.length).toBeLessThanOrEqual(50);
  expect(parsed).toBeLessThanOrEqual(300_000);
  parse.mockRestore();
});

test("row 100: duplicate keys are one", () => {
  jsonLd('{"@type":"Product","sku":"P1","sku":"P2","name":"Case"}');
  expect(guessProduct().view?.id).toBe("P2");
});

test("the same texts are parsed once, a changed one anew", () => {
  jsonLd(product);
  guessProduct();
  const parse = vi.spyOn(JSON, "parse");
  guessProduct();
  expect(parse).not.toHaveBeenCalled();
  document.querySelector("script")?.replaceChildren(JSON.stringify({ ...product, sku: "P3" }));
  expect(guessProduct().view?.id).toBe("P3");
  parse.mockRestore();
});
