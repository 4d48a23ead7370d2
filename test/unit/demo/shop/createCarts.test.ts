import { describe, expect, it } from "vitest";
import { createCarts, goodsTotal } from "../../../../demo/shop/cart/createCarts.ts";
import { createCatalogue } from "../../../../demo/shop/catalogue/createCatalogue.ts";
import { front } from "../../../../demo/stores/electronics/front.ts";
import { products } from "../../../../demo/stores/electronics/products.ts";

const ME = "me";
const open = () => createCarts(createCatalogue(products), front);
const one = (product: string, more: { variant?: string; boundTo?: string } = {}) => ({ product, quantity: 1, ...more });

describe("a visitor's cart", () => {
  it("adds the same product to its line and another variant as a line of its own", () => {
    const carts = open();
    carts.add(ME, one("aster-9", { variant: "aster-9-128-sage" }));
    carts.add(ME, one("aster-9", { variant: "aster-9-128-sage" }));
    carts.add(ME, one("aster-9", { variant: "aster-9-256-sage" }));
    expect(carts.of(ME).lines.map(({ variant, quantity }) => [variant?.id, quantity])).toEqual([
      ["aster-9-128-sage", 2],
      ["aster-9-256-sage", 1],
    ]);
    expect(goodsTotal(carts.of(ME))).toBe(2 * 59_900 + 67_900);
    expect(carts.of("somebody else").lines).toEqual([]);
  });

  it("takes a variant's id for its product's", () => {
    const carts = open();
    carts.add(ME, one("aster-9-256-coral"));
    expect(carts.of(ME).lines[0]).toMatchObject({ product: { id: "aster-9" }, variant: { id: "aster-9-256-coral" } });
  });

  it.each([
    ["what is sold out", "pebble-sport", { why: "isSoldOut", product: "pebble-sport" }],
    ["a variant that is sold out", "aster-9-512-sage", { why: "isSoldOut", product: "aster-9" }],
    ["what sold out since its page was made", "glass-aster-8", { why: "isSoldOut", product: "glass-aster-8" }],
    ["a partner's offer", "cover-ottersby", { why: "unknown" }],
    ["what nobody knows", "nothing", { why: "unknown" }],
  ])("refuses %s", (_, product, refusal) => {
    const carts = open();
    expect(carts.add(ME, one(product))).toEqual({ ok: false, ...refusal });
    expect(carts.of(ME).lines).toEqual([]);
  });

  it.each([0, -1, 1.5, 1e9, Number.NaN])("refuses the quantity %s", (quantity) => {
    expect(open().add(ME, { product: "charger-30", quantity }).ok).toBe(false);
  });

  it("keeps key, quantity and bound services when a line is swapped", () => {
    const carts = open();
    carts.add(ME, { product: "aster-9", quantity: 2 });
    const key = carts.of(ME).lines[0]?.key ?? "";
    carts.add(ME, one("care-phone-2", { boundTo: key }));
    expect(carts.swap(ME, key, one("aster-9-plus"))).toEqual({ ok: true });
    expect(carts.of(ME).lines).toMatchObject([{ key, quantity: 2, product: { id: "aster-9-plus" } }, { boundTo: key }]);
  });

  it("leaves the cart as it was when a swap is refused", () => {
    const carts = open();
    carts.add(ME, one("pebble"));
    const before = carts.of(ME);
    expect(carts.swap(ME, before.lines[0]?.key ?? "", one("pebble-sport")).ok).toBe(false);
    expect(carts.of(ME)).toBe(before);
  });

  it("refuses a second tier of care for the same phone but not for another", () => {
    const carts = open();
    carts.add(ME, one("aster-9"));
    carts.add(ME, one("pico-4"));
    const [first, second] = carts.of(ME).lines.map(({ key }) => key) as [string, string];
    carts.add(ME, one("care-phone-2", { boundTo: first }));
    expect(carts.add(ME, one("care-phone-3", { boundTo: first })).ok).toBe(false);
    expect(carts.add(ME, one("care-phone-3", { boundTo: second })).ok).toBe(true);
  });

  it("removes a line at quantity 0 and leaves what was bound to it", () => {
    const carts = open();
    carts.add(ME, one("aster-9"));
    const key = carts.of(ME).lines[0]?.key ?? "";
    carts.add(ME, one("care-phone-2", { boundTo: key }));
    carts.setQuantity(ME, key, 0);
    expect(carts.of(ME).lines).toMatchObject([{ product: { id: "care-phone-2" }, boundTo: key }]);
  });
});
