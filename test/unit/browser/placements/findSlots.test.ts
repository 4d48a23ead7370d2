import { afterEach, describe, expect, it, vi } from "vitest";
import { findSlots } from "../../../../widget/browser/placements/findSlots.ts";
import type { Anchor } from "../../../../widget/types/platform.ts";

afterEach(() => document.body.replaceChildren());

const CART: Anchor = { placement: "cart", selector: "#cart" };
const LINES: Anchor = { placement: "cart", selector: "[data-key]", line: "data-key" };

const look = (html: string, anchors: readonly Anchor[] = [CART], placements: Parameters<typeof findSlots>[1] = {}) => {
  document.body.innerHTML = html;
  return findSlots(anchors, placements);
};
const keys = (slots: ReturnType<typeof look>) => slots.map(({ key, layout }) => `${key} ${layout}`);

describe("findSlots", () => {
  it("finds nothing on a page without anchors", () => {
    expect(look("<main></main>")).toEqual([]);
  });

  it.each([
    ["product", ["product.cross-sell list", "product.up-sell list"]],
    ["drawer", ["drawer.cross-sell list", "drawer.up-sell list"]],
    ["cart", ["cart.cross-sell list", "cart.up-sell swap"]],
    ["checkout", ["checkout.cross-sell bump"]],
    ["confirmation", ["confirmation.cross-sell list"]],
  ] as const)("the %s has its slots and their looks", (placement, slots) => {
    expect(keys(look(`<div id="here"></div>`, [{ placement, selector: "#here" }]))).toEqual(slots);
  });

  it("a theme's own element goes before the configured anchor, that one before the platform's", () => {
    const spot = (html: string) => look(html, [CART], { cart: { anchor: "#own", position: "before" } })[0]?.spot;
    const platform = `<div id="cart"></div>`;
    const configured = `${platform}<div id="own"></div>`;
    expect(spot(platform)?.at.id).toBe("cart");
    expect(spot(configured)).toMatchObject({ at: { id: "own" }, position: "before" });
    expect(spot(`${configured}<goes-with placement="cart"></goes-with>`)).toMatchObject({
      at: { localName: "goes-with" },
      position: "append",
    });
  });

  it("a placement that is off has no slot", () => {
    expect(look(`<div id="cart"></div><goes-with placement="cart"></goes-with>`, [CART], { cart: { off: true } })).toEqual([]);
  });

  it("the configured layout is for what is added, not for swaps", () => {
    expect(keys(look(`<div id="cart"></div>`, [CART], { cart: { layout: "mine" } }))).toEqual([
      "cart.cross-sell mine",
      "cart.up-sell swap",
    ]);
  });

  it("up-sells stand at their lines, once for each line, where the platform knows the lines", () => {
    const slots = look(
      `<div id="cart"></div><div data-key="l1"></div><div data-key="l2"></div><div data-key="l1"></div><div data-key=""></div>`,
      [CART, LINES],
    );
    expect(keys(slots)).toEqual(["cart.cross-sell list", "cart.up-sell.l1 swap", "cart.up-sell.l2 swap"]);
    expect(slots.map(({ line }) => line)).toEqual([undefined, "l1", "l2"]);
  });

  it("finds a line's key on an element around the match", () => {
    const slots = look(`<div data-key="l7"><p></p><div class="name"></div></div>`, [{ ...LINES, selector: ".name" }]);
    expect(slots.map(({ key }) => key)).toEqual(["cart.up-sell.l7"]);
  });

  it("skips what is no selector and says so once", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const slots = look(`<div id="cart"></div>`, [CART], { cart: { anchor: "!!" } });
    look(`<div id="cart"></div>`, [CART], { cart: { anchor: "!!" } });
    expect(slots[0]?.spot.at.id).toBe("cart");
    expect(info).toHaveBeenCalledOnce();
    info.mockRestore();
  });
});
