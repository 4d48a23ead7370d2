import { expect, it } from "vitest";
import { mainLink, offerLink } from "../../../../widget/browser/ui/offerLink.ts";
import { anOffer, aProduct } from "../../../support/builders.ts";

const HERE = new URL("/p/x", document.baseURI).href;
const THERE = "https://partner.example/x";

it.each([
  ["a page of the shop", aProduct({ url: "/p/x" }), HERE],
  ["another company's page", aProduct({ url: THERE }), undefined],
  ["another company's page of a partner's offer", aProduct({ url: THERE, kind: "partner" }), THERE],
  ["a script of a partner's offer", aProduct({ url: "javascript:alert(1)", kind: "partner" }), undefined],
  ["nothing", (({ url: _, ...product }) => product)(aProduct()), undefined],
])("links to %s or not at all", (_, product, href) => {
  expect(offerLink(anOffer({ product }))).toBe(href);
});

it("adding is the main thing where the price is known", () => {
  expect(mainLink(anOffer())).toBeUndefined();
  expect(mainLink(anOffer({ product: aProduct({ linked: true, url: HERE }) }))).toBe(HERE);
});

it("on the product page another product is looked at, a variant of the one in view is not", () => {
  const upSell = (id: string) =>
    anOffer({ kind: "up-sell", placement: "product", for: { product: "phone" }, product: aProduct({ id, url: "/p/x" }) });
  expect(mainLink(upSell("plus"))).toBe(HERE);
  expect(mainLink(upSell("phone"))).toBeUndefined();
});
