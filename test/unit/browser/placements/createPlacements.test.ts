import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPlacements, type PlacementsOptions } from "../../../../widget/browser/placements/createPlacements.ts";
import { keepSlots } from "../../../../widget/browser/placements/keepSlots.ts";
import { guarded } from "../../../../widget/browser/lib/guard.ts";
import type { Layout, LayoutProps } from "../../../../widget/types/layout.ts";
import { en } from "../../../../widget/browser/ui/texts/en.ts";
import { aMisfit } from "../../../support/mountLayout.ts";
import { aLine, anOffer } from "../../../support/builders.ts";

const stops: (() => void)[] = [];
beforeEach(() => void (document.body.innerHTML = `<main><div id="cart"></div><p id="below"></p></main>`));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Draws the ids of the offers as buttons. */
const plain = (name: string): Layout => ({
  name,
  mount(root, first) {
    const update = ({ offers }: LayoutProps) => {
      const rows = offers.map(
        ({ offer }) => [...root.querySelectorAll("button")].find(({ id }) => id === offer.id) ?? document.createElement("button"),
      );
      rows.forEach((row, at) => (row.id = offers[at]!.offer.id));
      root.replaceChildren(...rows);
    };
    update(first);
    return { update, stop: () => root.replaceChildren() };
  },
});
const KEY = "cart.cross-sell";
const propsOf = (...ids: readonly string[]) =>
  ({
    placement: "cart",
    texts: en,
    offers: ids.map((id) => ({ offer: anOffer({ id }), state: "ready" })),
    misfits: [],
  }) as unknown as LayoutProps;

function open(over: Partial<PlacementsOptions> = {}) {
  const onViews = vi.fn();
  const placements = createPlacements({
    anchors: () => [{ placement: "cart", selector: "#cart" }],
    config: { placements: { cart: { layout: "plain" } }, texts: {}, theme: { scheme: "light" } },
    layouts: [plain("plain"), plain("swap")],
    onViews,
    ...over,
  });
  stops.push(placements.stop);
  placements.find();
  return { placements, onViews };
}
/** The same, kept from the beginning. */
function openKept(over: Partial<PlacementsOptions> = {}) {
  const opened = open(over);
  const changed = vi.fn();
  const unwatch = opened.placements.watch(keepSlots, changed);
  return { ...opened, changed, unwatch };
}

const hosts = () => [...document.querySelectorAll("goes-with-offers")];
const drawn = () => hosts().map(({ shadowRoot }) => [...shadowRoot!.children].map(({ id }) => id));
const expectDrawn = (expected: readonly (readonly string[])[]) => vi.waitFor(() => expect(drawn()).toEqual(expected));
const rest = () => document.dispatchEvent(new Event("scroll"));
const press = () => {
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  document.body.dispatchEvent(new MouseEvent("click", { bubbles: true }));
};

/** Below the offers stands something in sight, pushed down by `height()` pixels of ours. */
function inSight(height: () => number) {
  vi.spyOn(document.querySelector("#below")!, "getBoundingClientRect").mockImplementation(() => new DOMRect(0, 100 + height(), 300, 50));
}
const rowsHeight = () => 40 * hosts().reduce((sum, { shadowRoot }) => sum + shadowRoot!.childElementCount, 0);

describe("createPlacements", () => {
  it("does nothing to the page before it is asked to", () => {
    const before = document.body.innerHTML;
    openKept();
    expect(document.body.innerHTML).toBe(before);
  });

  it("shows offers in a root of their own at the anchor, and tells when they can be seen", async () => {
    const { placements, onViews } = openKept();
    placements.show(KEY, propsOf("a", "b"));
    await expectDrawn([["a", "b"]]);
    expect(hosts()[0]?.parentElement?.id).toBe("cart");
    expect(onViews).toHaveBeenCalledWith(KEY, placements.root(KEY));
  });

  it("asks the platform for its anchors anew each time it looks, because the page may have become another", () => {
    const anchors = vi.fn<PlacementsOptions["anchors"]>(() => []);
    const { placements } = openKept({ anchors });
    expect(placements.find()).toEqual([]);
    anchors.mockReturnValue([{ placement: "cart", selector: "#cart" }]);
    expect(placements.find().map(({ key }) => key)).toContain(KEY);
  });

  it("keeps the host and draws anew when shown again", async () => {
    const { placements, onViews } = openKept();
    placements.show(KEY, propsOf("a"));
    await expectDrawn([["a"]]);
    const [host] = hosts();
    placements.show(KEY, propsOf("b"));
    await expectDrawn([["b"]]);
    expect(hosts()).toEqual([host]);
    expect(onViews).toHaveBeenCalledTimes(2);
  });

  it("shows nothing in a slot the page does not have", () => {
    const { placements } = openKept();
    placements.show("drawer.cross-sell", propsOf("a"));
    expect(placements.root("drawer.cross-sell")).toBeUndefined();
  });

  it("what was hidden before its layout arrived never appears", async () => {
    const { placements, onViews } = openKept();
    placements.show(KEY, propsOf("a"));
    placements.hide(KEY);
    await vi.waitFor(() => expect(placements.root(KEY)).toBeUndefined());
    expect(onViews).not.toHaveBeenCalled();
  });

  it("hides, and shows again with a new host", async () => {
    const { placements } = openKept();
    placements.show(KEY, propsOf("a"));
    await expectDrawn([["a"]]);
    placements.hide(KEY);
    await expectDrawn([]);
    placements.show(KEY, propsOf("b"));
    await expectDrawn([["b"]]);
  });

  it.each([
    ["cart.cross-sell", "cart.up-sell"],
    ["cart.up-sell", "cart.cross-sell"],
  ])("two lists at one anchor stand in one order, also when %s comes first", async (first, second) => {
    for (const position of ["append", "prepend", "after", "before"] as const) {
      const { placements } = openKept({ anchors: () => [{ placement: "cart", selector: "#cart", position }] });
      placements.show(first, propsOf(first));
      await expectDrawn([[first]]);
      placements.show(second, propsOf(second));
      await expectDrawn([["cart.cross-sell"], ["cart.up-sell"]]);
      placements.stop();
    }
  });

  it("draws an unknown layout as a list", async () => {
    const { placements } = openKept({
      config: { placements: { cart: { layout: "constructor" } }, texts: {}, theme: { scheme: "light" } },
      layouts: [plain("list")],
    });
    placements.show(KEY, propsOf("a"));
    await vi.waitFor(() => expect(placements.root(KEY)?.querySelector("button")).toBeTruthy());
  });

  it("row 81: a layout that throws leaves no element, and the others live", async () => {
    const broken: Layout = {
      name: "plain",
      mount() {
        throw new Error("the shop's own layout");
      },
    };
    const { placements } = openKept({ layouts: [broken, plain("swap")] });
    const before = guarded.count;
    placements.show(KEY, propsOf("a"));
    placements.show("cart.up-sell", propsOf("b"));
    await expectDrawn([["b"]]);
    expect(guarded.count).toBeGreaterThan(before);
  });

  it("stop leaves the page as found", async () => {
    const before = document.body.innerHTML;
    const { placements } = openKept();
    placements.show(KEY, propsOf("a"));
    await expectDrawn([["a"]]);
    placements.stop();
    placements.stop();
    expect(document.body.innerHTML).toBe(before);
    expect(placements.root(KEY)).toBeUndefined();
  });

  describe("before anybody keeps it", () => {
    it("shows first offers where nothing moves", async () => {
      const { placements, onViews } = open();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      expect(onViews).toHaveBeenCalledOnce();
    });

    it("what would move something in sight waits, until it is kept and the shopper presses", async () => {
      inSight(rowsHeight);
      const { placements, onViews } = open();
      placements.show(KEY, propsOf("a"));
      await vi.waitFor(() => expect(placements.root(KEY)?.childElementCount).toBe(1));
      press();
      rest();
      expect(hosts()).toEqual([]);
      placements.watch(keepSlots, vi.fn());
      expect(hosts()).toEqual([]);
      expect(onViews).not.toHaveBeenCalled();
      press();
      await expectDrawn([["a"]]);
    });

    it("another drawing and a hiding wait until it is kept", async () => {
      const { placements } = open();
      placements.show(KEY, propsOf("a"));
      placements.show("cart.up-sell", propsOf("b"));
      await expectDrawn([["a"], ["b"]]);
      placements.show(KEY, propsOf("c"));
      placements.hide("cart.up-sell");
      expect(drawn()).toEqual([["a"], ["b"]]);
      placements.watch(keepSlots, vi.fn());
      expect(drawn()).toEqual([["c"]]);
    });

    it("row 81: a layout that throws leaves no element", async () => {
      const mount = vi.fn(() => {
        throw new Error("the shop's own layout");
      });
      const { placements } = open({ layouts: [{ name: "plain", mount }] });
      placements.show(KEY, propsOf("a"));
      await vi.waitFor(() => expect(mount).toHaveBeenCalledOnce());
      placements.watch(keepSlots, vi.fn());
      expect(hosts()).toEqual([]);
      expect(mount).toHaveBeenCalledOnce();
    });

    it("stopped before its layout arrived, nothing appears, then or later", async () => {
      const mount = vi.fn(plain("plain").mount);
      const { placements } = open({ layouts: [{ name: "plain", mount }, plain("swap")] });
      placements.show(KEY, propsOf("a"));
      placements.stop();
      placements.show(KEY, propsOf("b"));
      await placements.preload("plain", []);
      await Promise.resolve();
      expect(mount).not.toHaveBeenCalled();
      expect(hosts()).toEqual([]);
    });

    it("row 73: what was shown before comes back with its focus, too", async () => {
      const { placements } = open();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      const [host] = hosts();
      host!.shadowRoot!.querySelector("button")!.focus();
      placements.watch(keepSlots, vi.fn());
      document.querySelector("main")!.innerHTML = `<div id="cart"></div>`;
      await vi.waitFor(() => expect(hosts()).toEqual([host]));
      expect(host!.shadowRoot!.activeElement?.id).toBe("a");
    });
  });

  it("a layout of ours enters with all its parts, so that all it draws is measured", async () => {
    const { placements, onViews } = openKept({ config: { placements: {}, texts: {}, theme: { scheme: "light" } } });
    const misfit = { misfit: { line: aLine({ key: "m" }), why: "orphaned" }, state: "ready", canRemove: true } as const;
    const found: number[] = [];
    onViews.mockImplementation((_: string, root: ShadowRoot) => found.push(root.querySelectorAll("[data-misfit]").length));
    placements.show(KEY, { ...propsOf(), texts: en, misfits: [misfit] });
    await vi.waitFor(() => expect(found).toEqual([1]));
  });

  describe("nothing visible moves", () => {
    it("row 69: offers that would push something in sight wait until it is out of sight", async () => {
      let away = 0;
      inSight(() => rowsHeight() + away);
      const { placements, onViews } = openKept();
      placements.show(KEY, propsOf("a"));
      await vi.waitFor(() => expect(placements.root(KEY)?.childElementCount).toBe(1));
      expect(hosts()).toEqual([]);
      expect(onViews).not.toHaveBeenCalled();
      away = 5000;
      rest();
      await expectDrawn([["a"]]);
    });

    it("a press lets them in", async () => {
      inSight(rowsHeight);
      const { placements } = openKept();
      placements.show(KEY, propsOf("a"));
      await vi.waitFor(() => expect(placements.root(KEY)?.childElementCount).toBe(1));
      press();
      await expectDrawn([["a"]]);
    });

    it("a height the shop reserved takes them at once", async () => {
      inSight(() => Math.max(80, rowsHeight()));
      const { placements } = openKept();
      placements.show(KEY, propsOf("a", "b"));
      await expectDrawn([["a", "b"]]);
    });

    it("more offers than before wait, the old ones stay", async () => {
      inSight(() => Math.max(40, rowsHeight()));
      const { placements } = openKept();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      placements.show(KEY, propsOf("a", "b"));
      expect(drawn()).toEqual([["a"]]);
      press();
      await expectDrawn([["a", "b"]]);
    });

    it("the answer to the shopper's own press is shown however long the shop took", async () => {
      inSight(() => Math.max(40, rowsHeight()));
      const { placements } = openKept();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      const [view] = propsOf("a").offers;
      placements.show(KEY, { ...propsOf(), offers: [{ ...view!, state: "failed" }, ...propsOf("b").offers] });
      expect(drawn()).toEqual([["a", "b"]]);
    });

    it("a line that lost its place is told at once: the shopper's own swap took it", async () => {
      inSight(() => Math.max(40, rowsHeight()));
      const { placements } = openKept();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      placements.show(KEY, { ...propsOf("a", "b"), misfits: [aMisfit()] });
      expect(drawn()).toEqual([["a", "b"]]);
    });

    it("what became of a press is told at a line that has another key since", async () => {
      inSight(rowsHeight);
      const { placements } = openKept();
      const [view] = propsOf("a").offers;
      placements.show(KEY, { ...propsOf(), offers: [{ ...view!, state: "done" }] });
      await expectDrawn([["a"]]);
    });

    it("fewer offers keep the height", async () => {
      const { placements } = openKept();
      placements.show(KEY, propsOf("a", "b"));
      await expectDrawn([["a", "b"]]);
      vi.spyOn(hosts()[0] as HTMLElement, "offsetHeight", "get").mockImplementation(rowsHeight);
      placements.show(KEY, propsOf("a"));
      expect((hosts()[0] as HTMLElement).style.getPropertyValue("--goeswith-hold")).toBe("80px");
    });

    it("what is hidden in sight leaves its place empty, and goes when nobody looks", async () => {
      let away = 0;
      inSight(() => (hosts().length ? 40 : 0) + away);
      away = 5000;
      const { placements } = openKept();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      away = 0;
      placements.hide(KEY);
      expect(drawn()).toEqual([[]]);
      away = 5000;
      rest();
      await expectDrawn([]);
    });
  });

  describe("in a page that redraws itself", () => {
    it("row 73: the same host is back at the new anchor before anything is painted, with the focus", async () => {
      const { placements, onViews } = openKept();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      const [host] = hosts();
      host!.shadowRoot!.querySelector("button")!.focus();
      document.querySelector("main")!.innerHTML = `<div id="cart"></div>`;
      await vi.waitFor(() => expect(hosts()).toEqual([host]));
      expect(host!.shadowRoot!.activeElement?.id).toBe("a");
      expect(onViews).toHaveBeenCalledOnce();
    });

    it("row 125: thrown out with the focus and its place, it leaves the focus to what stood around, and takes it back when it returns", async () => {
      const { placements } = openKept();
      const main = document.querySelector("main")!;
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      placements.root(KEY)!.querySelector("button")!.focus();
      main.innerHTML = "";
      await vi.waitFor(() => expect(document.activeElement).toBe(main));
      main.innerHTML = `<div id="cart"></div>`;
      await vi.waitFor(() => expect(placements.root(KEY)!.activeElement?.id).toBe("a"));
      expect(main.hasAttribute("tabindex")).toBe(false);
    });

    it("comes back when the anchor does", async () => {
      const { placements } = openKept();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      document.querySelector("#cart")!.remove();
      await expectDrawn([]);
      document.querySelector("main")!.insertAdjacentHTML("beforeend", `<div id="cart"></div>`);
      await expectDrawn([["a"]]);
    });

    it("row 72: gives up when it is thrown out again and again", async () => {
      const { placements } = openKept();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      let thrown = 0;
      const hostile = new MutationObserver(() => {
        for (const host of hosts()) {
          thrown++;
          host.remove();
        }
      });
      hostile.observe(document, { childList: true, subtree: true });
      document.body.append("x");
      await vi.waitFor(() => expect(placements.root(KEY)?.childElementCount).toBe(0));
      hostile.disconnect();
      expect(thrown).toBeLessThanOrEqual(6);
      expect(hosts()).toEqual([]);
    });

    it("tells when the page has other slots, and only then", async () => {
      const { changed } = openKept();
      document.querySelector("main")!.append(document.createElement("div"));
      document.querySelector("main")!.insertAdjacentHTML("beforeend", `<goes-with placement="drawer"></goes-with>`);
      await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    });

    it("watches nothing any more after its stop", async () => {
      const { placements, unwatch } = openKept();
      placements.show(KEY, propsOf("a"));
      await expectDrawn([["a"]]);
      unwatch();
      hosts()[0]!.remove();
      await Promise.resolve();
      expect(hosts()).toEqual([]);
    });
  });

  it("row 125: when the last offer goes, the focus stays where it was and leaves no trace", async () => {
    const { placements } = openKept();
    placements.show(KEY, propsOf("a"));
    await expectDrawn([["a"]]);
    placements.root(KEY)!.querySelector("button")!.focus();
    placements.hide(KEY);
    const place = document.querySelector<HTMLElement>("#cart")!;
    expect(document.activeElement).toBe(place);
    place.blur();
    expect(place.hasAttribute("tabindex")).toBe(false);
  });

  it("leaves a checkout alone while it is paid", async () => {
    document.body.innerHTML = `<form><div id="pay"></div><input autocomplete="cc-number"></form>`;
    const { placements } = openKept({
      anchors: () => [{ placement: "checkout", selector: "#pay" }],
      config: { placements: { checkout: { layout: "plain" } }, texts: {}, theme: { scheme: "light" } },
    });
    placements.show("checkout.cross-sell", { ...propsOf("a"), placement: "checkout" });
    await expectDrawn([["a"]]);
    expect((hosts()[0] as HTMLElement).inert).toBe(false);
    await vi.waitFor(() => {
      document.querySelector("input")!.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
      expect((hosts()[0] as HTMLElement).inert).toBe(true);
    });
  });
});
