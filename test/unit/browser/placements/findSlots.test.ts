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
    const spot = (html: string) => look(html, [CART], { cart: { anchor: "#own", position: "before" } })[0]?.spots[0];
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

  it("a platform's anchors are tried in their order, the first match of each; the theme's own element and the configured anchor alone", () => {
    const anchors: readonly Anchor[] = [
      { ...CART, selector: ".best" },
      { ...CART, selector: "#none" },
      { ...CART, position: "after" },
    ];
    const html = `<div id="cart"></div><div class="best" id="a"></div><div class="best" id="b"></div>`;
    const places = (page: string, own = {}) =>
      look(page, anchors, { cart: own }).map(({ spots }) => spots.map(({ at, position }) => `${position} ${at.id || at.localName}`));
    expect(places(html)).toEqual([
      ["append a", "after cart"],
      ["append a", "after cart"],
    ]);
    expect(places(html, { anchor: "#b" })[0]).toEqual(["append b"]);
    expect(places(`${html}<goes-with placement="cart"></goes-with>`)[0]).toEqual(["append goes-with"]);
  });

  it("a platform may tell a line's key in its own way", () => {
    const line = (match: Element) => new URL(match.querySelector("a")?.href ?? "none:").searchParams.get("key") ?? undefined;
    const html = `<div id="cart"></div><div class="line"><a href="/cart?key=k1"></a></div><div class="line"></div>`;
    const slots = look(html, [CART, { placement: "cart", selector: ".line", line }]);
    expect(slots.map(({ key }) => key)).toEqual(["cart.cross-sell", "cart.up-sell.k1"]);
  });

  it("skips what is no selector and says so once", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const slots = look(`<div id="cart"></div>`, [CART], { cart: { anchor: "!!" } });
    look(`<div id="cart"></div>`, [CART], { cart: { anchor: "!!" } });
    expect(slots[0]?.spots[0]?.at.id).toBe("cart");
    expect(info).toHaveBeenCalledOnce();
    info.mockRestore();
  });
});
