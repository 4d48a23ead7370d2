import { afterEach, describe, expect, it, vi } from "vitest";
import { createPlacements } from "../../../../widget/browser/placements/createPlacements.ts";
import { keepSlots } from "../../../../widget/browser/placements/keepSlots.ts";
import type { Layout, LayoutProps } from "../../../../widget/types/layout.ts";
import { en } from "../../../../widget/browser/ui/texts/en.ts";
import { anOffer } from "../../../support/builders.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const KEY = "cart.cross-sell";
const PLACES = `<div id="cart"></div><p id="below"></p><div id="end"></div><div id="last"></div>`;
/** Draws the ids of the offers as text. */
const plain: Layout = {
  name: "plain",
  mount(root, first) {
    const update = ({ offers }: LayoutProps) => void (root.textContent = offers.map(({ offer }) => offer.id).join());
    update(first);
    return { update, stop: () => root.replaceChildren() };
  },
};
const propsOf = (id: string) =>
  ({ placement: "cart", texts: en, offers: [{ offer: anOffer({ id }), state: "ready" }], misfits: [] }) as unknown as LayoutProps;

const hosts = () => [...document.querySelectorAll("goes-with-offers")];
const where = () => hosts().map((host) => host.parentElement?.id);
const press = () => {
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  document.body.dispatchEvent(new MouseEvent("click", { bubbles: true }));
};

/** What stands below the cart moves by anything put there; where `pushes` says so, by the other places too. */
function open({ pushes = false, isKept = true } = {}) {
  document.body.innerHTML = `<main>${PLACES}</main>`;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const isPushed = hosts().length > 0 && (pushes || !!document.querySelector("#cart goes-with-offers"));
    return this.id === "below" ? new DOMRect(0, isPushed ? 140 : 100, 300, 50) : new DOMRect();
  });
  const onViews = vi.fn();
  const placements = createPlacements({
    anchors: () => ["#gone", "#cart", "#end", "#last"].map((selector) => ({ placement: "cart", selector })),
    config: { placements: { cart: { layout: "plain" } }, texts: {}, theme: { scheme: "light" } },
    layouts: [plain],
    onViews,
  });
  stops.push(placements.stop);
  placements.find();
  if (isKept) placements.watch(keepSlots, vi.fn());
  return { placements, onViews };
}

describe("of several places", () => {
  it("offers stand in the first where nothing visible moves", async () => {
    const { placements, onViews } = open();
    placements.show(KEY, propsOf("a"));
    await vi.waitFor(() => expect(where()).toEqual(["end"]));
    expect(onViews).toHaveBeenCalledOnce();
    placements.show(KEY, propsOf("b"));
    expect([where(), placements.root(KEY)?.textContent]).toEqual([["end"], "b"]);
  });

  it("none is taken while something would move by each, and the best one in answer to a press", async () => {
    const { placements, onViews } = open({ pushes: true });
    placements.show(KEY, propsOf("a"));
    await vi.waitFor(() => expect(placements.root(KEY)?.textContent).toBe("a"));
    expect([hosts(), onViews.mock.calls]).toEqual([[], []]);
    press();
    await vi.waitFor(() => expect(where()).toEqual(["cart"]));
  });

  it("row 73: offers are back in the one where they stood when the page draws itself anew", async () => {
    const { placements } = open();
    placements.show(KEY, propsOf("a"));
    await vi.waitFor(() => expect(where()).toEqual(["end"]));
    const [host] = hosts();
    document.querySelector("main")!.innerHTML = PLACES;
    await vi.waitFor(() => expect(where()).toEqual(["end"]));
    expect(hosts()).toEqual([host]);
  });

  it("row 73: offers are back in the best one left when the page has that place no more", async () => {
    const { placements } = open();
    placements.show(KEY, propsOf("a"));
    await vi.waitFor(() => expect(where()).toEqual(["end"]));
    document.querySelector("main")!.innerHTML = `<div id="last"></div>`;
    await vi.waitFor(() => expect(where()).toEqual(["last"]));
  });

  it("a page that lost one of them before anybody watches it is looked at anew", async () => {
    const { placements } = open({ isKept: false });
    document.querySelector("#end")!.remove();
    placements.show(KEY, propsOf("a"));
    await vi.waitFor(() => expect(where()).toEqual(["last"]));
  });
});
