import { describe, expect, it } from "vitest";
import { mergeCandidates } from "../../../../widget/browser/offers/mergeCandidates.ts";
import { planOffers } from "../../../../widget/browser/offers/planOffers.ts";
import type { Line } from "../../../../widget/types/cart.ts";
import type { Candidate, DropCode, OfferContext, OfferSettings, Placement } from "../../../../widget/types/offer.ts";
import type { Product } from "../../../../widget/types/product.ts";
import { aCart, aContext, aCrossSell, aLine, aProduct, aSettings, euro } from "../../../support/builders.ts";

const phone = aProduct({
  id: "phone",
  title: "Aster 9",
  categories: ["Phones"],
  price: euro(499),
  attributes: { model: "Aster 9", type: "phone" },
});
const products = new Map([["phone", phone]]);

const settings = aSettings;
const memory = (over: Partial<OfferSettings["memory"]>) => settings({ memory: { ...settings().memory, ...over } });

/** What a rule is asked about, by a name as short as the tables below want it. */
const cross = aCrossSell;
const better = { kind: "better", differences: [{ attribute: "screen", from: "6.1 in", to: "6.7 in", better: true }] } as const;
type UpSell = Extract<Candidate, { kind: "up-sell" }>;
const up = (product: Product, over: Partial<UpSell> = {}): Candidate => ({
  kind: "up-sell",
  product,
  score: 1,
  source: "model",
  because: [better],
  insteadOf: { line: "l1" },
  ...over,
});
const plus = aProduct({ id: "plus", title: "Aster 9 Plus", categories: ["Phones"], price: euro(599) });

const plan = (candidates: readonly Candidate[], over: Partial<OfferContext> = {}, set = settings()) =>
  planOffers({ candidates: mergeCandidates(candidates), context: aContext({ products, ...over }), settings: set });
const codeOf = (candidate: Candidate, over: Partial<OfferContext> = {}, set = settings()): DropCode | undefined =>
  [...plan([candidate], over, set).dropped.values()][0];

describe("eligibility", () => {
  const withLine = (...lines: readonly Line[]) => ({ cart: aCart(aLine(), ...lines) });
  const warranty = aProduct({
    id: "care",
    kind: "service",
    per: "line",
    price: euro(49),
    excludes: ["care-plus"],
    categories: ["Services"],
  });

  it.each<[string, DropCode | undefined, Candidate, Partial<OfferContext>?, OfferSettings?]>([
    ["an add-on a line speaks for", undefined, cross(aProduct())],
    ["a sold-out product", "not-purchasable", cross(aProduct({ available: false }))],
    [
      "a product of which every variant is sold out",
      "not-purchasable",
      cross(aProduct({ variants: [{ id: "a", options: {}, available: false }] })),
    ],
    [
      "a product with one variant left",
      undefined,
      cross(
        aProduct({
          variants: [
            { id: "a", options: {}, available: false },
            { id: "b", options: {} },
          ],
        }),
      ),
    ],
    [
      "a sold-out variant",
      "not-purchasable",
      up(plus, { variant: "a", product: { ...plus, variants: [{ id: "a", options: {}, available: false }] } }),
    ],
    ["another currency", "other-currency", cross(aProduct({ price: { minor: 1990, currency: "USD" } }))],
    ["what the cart holds already", "in-cart", cross(phone)],
    ["what is in view", "in-cart", cross(aProduct()), { page: { step: "product", locale: "en", view: aProduct() } }],
    ["the very variant the cart holds", "in-cart", up(phone, { variant: "64" }), { cart: aCart(aLine({ variant: "64" })) }],
    ["a service its line has", "in-cart", cross(warranty), withLine(aLine({ key: "l2", product: "care", boundTo: "l1" }))],
    [
      "a service next to another tier of it",
      "incompatible",
      cross(warranty),
      withLine(aLine({ key: "l2", product: "care-plus", boundTo: "l1" })),
    ],
    ["a service that another line has", undefined, cross(warranty), withLine(aLine({ key: "l2", product: "care", boundTo: "l9" }))],
    [
      "what the merchant never wants",
      "excluded",
      cross(aProduct()),
      {},
      settings({ never: { products: new Set(["case"]), categories: new Set() } }),
    ],
    [
      "a category the merchant never wants",
      "excluded",
      cross(aProduct()),
      {},
      settings({ never: { products: new Set(), categories: new Set(["Cases"]) } }),
    ],
    ["an order service beside its other tier", "excluded", cross({ ...warranty, per: "order", excludes: ["phone"] })],
    ["something instead of what an offer brought in", "excluded", up(plus), {}, memory({ brought: new Set(["phone"]) })],
    ["a rule outside its schedule", "schedule", cross(aProduct(), { offSchedule: true })],
    ["a partner's offer below its sum", "schedule", cross(aProduct({ above: 50000 })), { cart: { ...aCart(aLine()), total: euro(499) } }],
    ["a case for another phone", "incompatible", cross(aProduct({ fits: { model: ["Aster 8"] } }))],
    ["a case for this phone", undefined, cross(aProduct({ fits: { model: ["Aster 9"] } }))],
    ["a fitted thing nothing speaks for", "incompatible", cross(aProduct({ fits: { model: ["Aster 9"] } }), { goesWith: [] })],
    ["what requires something that is not there", "incompatible", cross(aProduct({ requires: { slot: ["SD"] } }))],
    ["an alternative to a line that is gone", "incompatible", up(plus, { insteadOf: { line: "gone" } })],
    ["popularity alone", "unsupported", cross(aProduct(), { goesWith: [], because: [{ kind: "popular" }] })],
    [
      "popularity where the merchant wants it",
      undefined,
      cross(aProduct(), { goesWith: [], because: [{ kind: "popular" }] }),
      {},
      settings({ popular: true }),
    ],
    [
      "an alternative that is only dearer",
      "unsupported",
      up(plus, { because: [{ kind: "better", differences: [{ attribute: "colour", to: "red" }] }] }),
    ],
    ["an alternative the merchant names", undefined, up(plus, { because: [{ kind: "rule" }] })],
    ["an alternative beyond the band", "price-band", up({ ...plus, price: euro(650) })],
    ["a cheaper alternative", "price-band", up({ ...plus, price: euro(450) })],
    ["an alternative without a price", "price-band", up({ id: "plus", title: "Plus", categories: ["Phones"] })],
    ["an add-on dearer than its line", "price-band", cross(aProduct({ price: euro(500) }))],
    ["a dear add-on the merchant wants", undefined, cross(aProduct({ price: euro(500) }), { because: [{ kind: "rule" }] })],
    ["a refused product", "refused", cross(aProduct()), {}, memory({ refused: new Set(["case"]) })],
    ["the kind of a refused product", "refused", cross(aProduct({ id: "other" })), {}, memory({ refused: new Set(["cross-sell:Cases"]) })],
    ["an offer seen often enough", "pressure", cross(aProduct()), {}, memory({ seen: new Map([["case", 3]]) })],
    [
      "one more offer when the visit has seen enough",
      "pressure",
      cross(aProduct()),
      {},
      memory({ seen: new Map(Array.from("abcdefgh", (id) => [id, 1])) }),
    ],
    [
      "one of those seen before",
      undefined,
      cross(aProduct()),
      {},
      memory({ seen: new Map(["case", ...Array.from("bcdefgh")].map((id) => [id, 1])) }),
    ],
  ])("of %s: %s", (_, expected, candidate, over = {}, set = settings()) => {
    expect(codeOf(candidate, over, set)).toBe(expected);
  });

  it("names the first reason in the fixed order", () => {
    const hopeless = aProduct({ available: false, price: { minor: 1, currency: "USD" }, fits: { model: ["none"] } });
    expect(codeOf(cross(hopeless))).toBe("not-purchasable");
    expect(codeOf(cross({ ...hopeless, available: true }))).toBe("other-currency");
    expect(codeOf(cross({ ...hopeless, available: true, price: euro(1) }))).toBe("incompatible");
  });

  it("does not sell a better alternative as an add-on", () => {
    const { dropped } = plan([up(plus), cross({ ...plus, price: euro(100) })]);
    expect([...dropped].map(([{ kind }, code]) => [kind, code])).toEqual([["cross-sell", "excluded"]]);
  });

  describe("a second thing of a kind that is in the cart", () => {
    const mouse = (id: string, over: Partial<Product> = {}) => aProduct({ id, categories: ["Mice"], price: euro(30), ...over });
    const about: Partial<OfferContext> = {
      cart: aCart(aLine(), aLine({ key: "l2", product: "palm" })),
      products: new Map([...products, ["palm", mouse("palm")]]),
    };

    it("is no add-on to something else", () => {
      expect(codeOf(cross(mouse("slip")), about)).toBe("unsupported");
    });

    it("is one where it goes with its like", () => {
      expect(codeOf(cross(mouse("slip"), { goesWith: [{ line: "l1" }, { line: "l2" }] }), about)).toBeUndefined();
    });

    it("is one where it is fitted to something else, or bound to a line", () => {
      const fitted = mouse("fitted", { fits: { model: ["Aster 9"] } });
      expect(codeOf(cross(fitted), about)).toBeUndefined();
      expect(codeOf(cross(mouse("care", { kind: "service" })), about)).toBeUndefined();
    });
  });
});

describe("ranking and places", () => {
  const many = (count: number, categories: readonly string[] = []) =>
    Array.from({ length: count }, (_, at) => cross(aProduct({ id: `p${at}`, categories }), { score: count - at }));
  const shown = (candidates: readonly Candidate[], placements: readonly Placement[], over: Partial<OfferContext> = {}, set = settings()) =>
    plan(candidates, { placements, ...over }, set).offers.map(({ id }) => id);

  it("gives each placement its places", () => {
    const view = { page: { step: "product", locale: "en", view: phone } as const, cart: aCart() };
    const forView = many(9).map((one) => ({ ...one, goesWith: [{ product: "phone" }] }) as Candidate);
    expect(shown(forView, ["product"], view)).toHaveLength(4);
    expect(shown(many(9), ["cart"])).toHaveLength(3);
    expect(shown(many(9), ["drawer"])).toHaveLength(3);
    expect(shown(many(9), ["checkout"])).toHaveLength(1);
    expect(shown(many(9), ["confirmation"])).toHaveLength(0);
  });

  it("puts up-sells and cross-sells of the cart into three places together", () => {
    expect(shown([up(plus), ...many(9)], ["cart"])).toEqual([
      "cart.up-sell.phone.plus",
      "cart.cross-sell.phone.p0",
      "cart.cross-sell.phone.p1",
    ]);
  });

  it("keeps to the merchant's own number of places", () => {
    expect(shown(many(9), ["cart"], {}, settings({ limits: { cart: 5 } }))).toHaveLength(5);
    expect(shown(many(9), ["cart"], {}, settings({ limits: { cart: 0 } }))).toHaveLength(0);
  });

  it("shows at most two of a category in a list", () => {
    const { offers, dropped } = plan([...many(4, ["Cables"]), cross(aProduct({ id: "bag", categories: ["Bags"] }), { score: 0 })]);
    expect(offers.map(({ product }) => product.id)).toEqual(["p0", "p1", "bag"]);
    expect([...dropped].map(([{ product }, code]) => [product.id, code])).toEqual([
      ["p2", "category-cap"],
      ["p3", "category-cap"],
    ]);
  });

  it("says of the rest that there was no place", () => {
    expect([...plan(many(5)).dropped.values()]).toEqual(["no-place", "no-place"]);
  });

  it("trusts the merchant's rules before higher scores of the model", () => {
    const ruled = cross(aProduct({ id: "ruled" }), { source: "rules", score: 0.1, because: [{ kind: "rule", text: "Chefs choice" }] });
    expect(shown([ruled, ...many(1)], ["cart"])[0]).toBe("cart.cross-sell.phone.ruled");
  });

  it("puts together what two sources say of the same product", () => {
    const ruled = cross(aProduct(), { source: "rules", goesWith: [{ line: "l2" }], because: [{ kind: "rule" }] });
    const { offers } = plan([ruled, cross(aProduct())], { cart: aCart(aLine(), aLine({ key: "l2", product: "bag" })) });
    expect(offers).toHaveLength(1);
    expect(offers[0]?.because.map(({ kind }) => kind)).toEqual(["rule", "together"]);
  });

  it("does not show the same offer at two places of a page, but may repeat it in the drawer", () => {
    const ids = shown(many(2), ["cart", "checkout", "drawer"]);
    expect(ids).toEqual([
      "cart.cross-sell.phone.p0",
      "cart.cross-sell.phone.p1",
      "drawer.cross-sell.phone.p0",
      "drawer.cross-sell.phone.p1",
    ]);
  });

  it("falls silent at a placement after two refusals there", () => {
    expect(shown(many(3), ["cart"], {}, memory({ refusals: new Map([["cart", 2]]) }))).toEqual([]);
    expect(shown(many(3), ["cart"], {}, memory({ refusals: new Map([["cart", 1]]) }))).toHaveLength(3);
  });

  it("ties fall to the smaller id, so that every page agrees", () => {
    const tie = [cross(aProduct({ id: "b", categories: [] })), cross(aProduct({ id: "a", categories: [] }))];
    expect(shown(tie, ["cart"])).toEqual(["cart.cross-sell.phone.a", "cart.cross-sell.phone.b"]);
  });
});

describe("an offer", () => {
  it("names what it goes with and why", () => {
    const shell = aProduct({ fits: { model: ["Aster 9"] }, rating: { value: 4.6, count: 212 } });
    const [offer] = plan([cross(shell)]).offers;
    expect(offer).toMatchObject({
      id: "cart.cross-sell.phone.case",
      for: { line: "l1" },
      forProduct: "phone",
      forTitle: "Aster 9",
      position: 1,
      quantity: 1,
    });
    expect(offer?.because).toEqual([
      { kind: "fits", attribute: "model", value: "Aster 9" },
      { kind: "together", share: 0.1 },
      { kind: "rating", value: 4.6, count: 212 },
    ]);
  });

  it("of an up-sell carries the price difference and the quantity of its line", () => {
    const [offer] = plan([up(plus)], { cart: aCart(aLine({ quantity: 2 })) }).offers;
    expect(offer).toMatchObject({ priceDifference: euro(100), quantity: 2, forTitle: "Aster 9" });
  });

  it("of a service is bound to its line and follows its quantity", () => {
    const care = aProduct({ id: "care", kind: "service", price: euro(49), fits: { type: ["phone"] } });
    const [offer] = plan([cross(care)], { cart: aCart(aLine({ quantity: 2 })) }).offers;
    expect(offer).toMatchObject({ boundTo: "l1", quantity: 2 });
  });

  it("of a service waits until the product in view is in the cart", () => {
    const care = aProduct({ id: "care", kind: "service", price: euro(49) });
    const view = { page: { step: "product", locale: "en", view: phone } as const, cart: aCart(), placements: ["product"] as const };
    expect(plan([cross(care, { goesWith: [{ product: "phone" }] })], view).offers).toEqual([]);
  });

  it("of a variant is the dearer variant of the same product", () => {
    const variants = [
      { id: "64", options: { memory: "64 GB" }, price: euro(499) },
      { id: "128", options: { memory: "128 GB" }, price: euro(549) },
    ];
    const context = { cart: aCart(aLine({ variant: "64" })), products: new Map([["phone", { ...phone, variants }]]) };
    const [offer] = plan([up({ ...phone, variants }, { variant: "128" })], context).offers;
    expect(offer).toMatchObject({ id: "cart.up-sell.phone.128", variant: "128", priceDifference: euro(50) });
  });

  it("of an alternative keeps the colour and the memory of what it replaces", () => {
    const of = (id: string, price: number, colour: string, memory: string, available = true) => ({
      id,
      options: { colour, memory },
      price: euro(price),
      available,
    });
    const variants = [
      of("a", 599, "black", "64"),
      of("b", 599, "red", "64"),
      of("c", 619, "red", "128"),
      of("d", 619, "black", "128", false),
    ];
    const own = { ...phone, variants: [of("x", 549, "black", "128"), of("y", 549, "red", "128")] };
    const context = (variant: string) => ({ cart: aCart(aLine({ variant, price: euro(549) })), products: new Map([["phone", own]]) });
    const [red] = plan([up({ ...plus, variants })], context("y")).offers;
    expect(red).toMatchObject({ id: "cart.up-sell.phone.c", variant: "c", price: euro(619), priceDifference: euro(70) });
    const [black] = plan([up({ ...plus, variants })], context("x")).offers;
    expect(black?.variant).toBe("a");
  });

  it("at the product page is for the product in view at its own price", () => {
    const page = { step: "product", locale: "en", view: { id: "phone", title: "Aster 9", price: euro(510) } } as const;
    const [offer] = plan([up(plus, { insteadOf: { product: "phone" } })], { page, cart: aCart(), placements: ["product"] }).offers;
    expect(offer).toMatchObject({ id: "product.up-sell.phone.plus", for: { product: "phone" }, priceDifference: euro(89) });
  });
});
