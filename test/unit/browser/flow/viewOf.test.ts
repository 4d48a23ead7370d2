import { expect, it } from "vitest";
import type { Stage } from "../../../../widget/browser/flow/stage.ts";
import { viewOf } from "../../../../widget/browser/flow/viewOf.ts";
import type { PageContext } from "../../../../widget/types/page.ts";
import type { Product } from "../../../../widget/types/product.ts";
import { aCart, aLine, aProduct, euro } from "../../../support/builders.ts";

const card = aProduct({
  id: "phone",
  title: "Aster 9",
  price: euro(480),
  variants: [{ id: "256", options: { memory: "256 GB" }, price: euro(579) }],
});

/** The page shows `view`; the catalogue has the card. */
const look = (page: Partial<PageContext>, lines = [aLine({ product: "case" })], live: Partial<Product> = {}) =>
  viewOf({
    findings: { context: { cart: aCart(...lines), page: { locale: "en", ...page }, products: new Map([["phone", card]]) } },
    world: { live: { correct: (product: Product) => ({ ...product, ...live }) } },
    views: new Map([["phone", { state: "working" }]]),
  } as unknown as Stage);

const view = { id: "phone", title: "", price: euro(499) };

it("is told by the catalogue, at the price of the page, with what became of it", () => {
  expect(look({ view })).toMatchObject({ product: { title: "Aster 9" }, price: euro(499), state: "working", inCart: false });
});

it("has the price of the variant chosen on the page", () => {
  expect(look({ view, variant: "256" })).toMatchObject({ variant: "256", price: euro(579) });
});

it("has no price where the shop has no more of it", () => {
  expect(look({ view }, [], { available: false })).not.toHaveProperty("price");
});

it.each([
  [aLine({ product: "phone" }), undefined, true],
  [aLine({ product: "phone", variant: "256" }), "256", true],
  [aLine({ product: "phone", variant: "128" }), "256", false],
])("with the line %o and the variant %s it is in the cart: %s", (line, variant, inCart) => {
  expect(look({ view, ...(variant && { variant }) }, [line])).toMatchObject({ inCart });
});

it("is nothing on a page without a product", () => {
  expect(look({})).toBeUndefined();
});
