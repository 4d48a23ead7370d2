import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStoreApi } from "../../../../../widget/browser/platforms/woocommerce/createStoreApi.ts";
import { createStoreCart } from "../../../../../widget/browser/platforms/woocommerce/createStoreCart.ts";
import { createStoreWrites } from "../../../../../widget/browser/platforms/woocommerce/createStoreWrites.ts";
import type { ChoicesOf } from "../../../../../widget/browser/platforms/woocommerce/readStoreProduct.ts";
import type { FakeShop } from "../../../../support/shops/fakeShop.ts";
import { openWoocommerceClassic } from "../../../../support/shops/woocommerce.ts";

const never = new AbortController().signal;
let shop: FakeShop;

beforeEach(() => {
  shop = openWoocommerceClassic();
  shop.draw("cart");
});
afterEach(() => shop.close());

function connect() {
  const api = createStoreApi({});
  const cart = createStoreCart(api);
  const choices: ChoicesOf = new Map();
  return { cart, choices, write: createStoreWrites({ api, cart, choices }) };
}
const posted = () => shop.requests().filter((request) => request.startsWith("POST"));
const bodies = () => posted().map((request) => request.slice(request.indexOf("{")));

describe("createStoreWrites", () => {
  it("asks for the variation, with what was chosen of its open attributes", async () => {
    const { write, choices, cart } = connect();
    choices.set("24:xl", [{ attribute: "pa_size", value: "xl" }]);
    expect(await write.add({ product: "10", variant: "24:xl", options: { Color: "Red", Size: "Extra – large" }, quantity: 2 })).toEqual({
      ok: true,
    });
    expect(bodies()).toEqual(['{"id":24,"quantity":2,"variation":[{"attribute":"pa_size","value":"xl"}]}']);
    expect((await cart.readCart(never, true)).lines).toMatchObject([
      { product: "24", quantity: 2, options: { Color: "Red", Size: "Extra – large" } },
    ]);
  });

  it("brings a line back by the options it had", async () => {
    const { write } = connect();
    expect(await write.add({ product: "24", options: { Color: "Red", Size: "Large" }, quantity: 1 })).toEqual({ ok: true });
    expect(bodies()).toHaveLength(1);
  });

  it("asks for the variation alone where the catalogue calls its values something else", async () => {
    const { write } = connect();
    expect(await write.add({ product: "11", variant: "34", options: { Color: "Ocean", Logo: "Yes" }, quantity: 1 })).toEqual({ ok: true });
    expect(bodies().at(-1)).toBe('{"id":34,"quantity":1}');
  });

  it("is refused a product without the variant it needs, in the shop's words", async () => {
    const { write } = connect();
    expect(await write.add({ product: "10", quantity: 1 })).toEqual({
      ok: false,
      reason: "refused",
      message: "No matching variation found.",
    });
    expect(await write.add({ product: "24", quantity: 1 })).toMatchObject({ ok: false, reason: "refused" });
  });

  it("does not guess a number out of a name", async () => {
    const { write } = connect();
    expect(await write.add({ product: "12-pack", quantity: 1 })).toEqual({ ok: false, reason: "refused" });
    expect(posted()).toEqual([]);
  });

  it("hands out the cart of the answer, without another request", async () => {
    const { write, cart } = connect();
    await write.add({ product: "13", quantity: 1 });
    shop.requests();
    expect((await cart.readCart(never, true)).lines).toHaveLength(1);
    expect(shop.requests()).toEqual([]);
    expect((await cart.readCart(never, true)).lines).toHaveLength(1);
    expect(shop.requests()).toHaveLength(1);
  });

  it.each([429, 500, 503])("row 86: is refused by a %i, and no network is said to be dead", async (status) => {
    const { write } = connect();
    vi.stubGlobal("fetch", async () => new Response('{"code":"busy","message":"Later"}', { status }));
    expect(await write.add({ product: "13", quantity: 1 })).toEqual({ ok: false, reason: "refused", message: "Later" });
    vi.unstubAllGlobals();
  });

  it("hands out the cart that a refusal carries", async () => {
    const { write, cart } = connect();
    await write.add({ product: "13", quantity: 1 });
    expect(await write.setQuantity("gone", 2)).toEqual({ ok: false, reason: "refused", message: "Cart item does not exist." });
    shop.requests();
    expect((await cart.readCart(never, true)).lines).toHaveLength(1);
    expect(shop.requests()).toEqual([]);
  });
});
