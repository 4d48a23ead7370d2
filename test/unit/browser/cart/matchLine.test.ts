import { describe, expect, it } from "vitest";
import { countOf, findAgain, findGrown, isGone } from "../../../../widget/browser/cart/matchLine.ts";
import { aCart, aLine } from "../../../support/builders.ts";

const plain = aLine();
const asked = { product: "shirt", variant: "shirt-m", quantity: 1 };

describe("what was asked for", () => {
  it.each([
    ["its product and its variant", 2, { product: "shirt", variant: "shirt-m" }],
    ["its product alone", 2, { product: "shirt" }],
    ["its variant alone, in the product's place", 2, { product: "shirt-m" }],
    ["another variant of it", 0, { product: "shirt", variant: "shirt-l" }],
    ["another variant alone", 0, { product: "shirt-l" }],
    ["another product whose variant has the same name", 0, { product: "cap", variant: "shirt-m" }],
  ])("of a line that names %s counts with %i pieces", (_, pieces, names) => {
    expect(countOf(aCart(plain, aLine({ key: "l2", quantity: 2, ...names })), asked)).toBe(pieces);
  });

  it("may be told with what was chosen beside the variant, which the line does not name", () => {
    const chosen = { product: "shirt", variant: "24:large" };
    const pieces = (product: string) => countOf(aCart(plain, aLine({ key: "l2", product })), chosen);
    expect([pieces("24"), pieces("24:large"), pieces("2"), pieces("24:small"), pieces("large")]).toEqual([1, 1, 0, 0, 0]);
  });

  it("without a variant is held by every variant, and by no other product", () => {
    const cart = aCart(
      aLine({ product: "shirt", variant: "a" }),
      aLine({ key: "l2", product: "shirt" }),
      aLine({ key: "l3", product: "cap" }),
    );
    expect(countOf(cart, { product: "shirt" })).toBe(2);
  });

  it("has come as the line that names only the variant", () => {
    const come = aLine({ key: "l2", product: "shirt-m" });
    expect(findGrown(aCart(plain), aCart(plain, come), { ...asked })).toBe(come);
    const more = { ...come, quantity: 2 };
    expect(findGrown(aCart(plain, come), aCart(plain, more), { ...asked })).toBe(more);
    expect(findGrown(aCart(come), aCart(come, plain), { ...asked })).toBeUndefined();
  });
});

describe("a line", () => {
  it("is found again by its key, else by what it holds", () => {
    const twin = aLine({ key: "l2", quantity: 3 });
    expect(findAgain(aCart(twin, plain), plain)).toBe(plain);
    expect(findAgain(aCart(aLine({ key: "n1" }), { ...twin, key: "n2" }), twin)?.key).toBe("n2");
    expect(findAgain(aCart(plain), plain, "l1")).toBeUndefined();
  });

  it("that names only its variant is gone when fewer of that variant are left", () => {
    const line = aLine({ product: "shirt-m", quantity: 2 });
    expect(isGone(aCart(line), aCart(), line)).toBe(true);
    expect(isGone(aCart(line), aCart({ ...line, quantity: 1 }), line)).toBe(false);
  });
});
