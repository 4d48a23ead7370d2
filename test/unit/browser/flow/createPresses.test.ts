import { describe, expect, it, vi } from "vitest";
import type { Writer, Written } from "../../../../widget/browser/cart/createWriter.ts";
import { createBoard } from "../../../../widget/browser/flow/createBoard.ts";
import { createPresses } from "../../../../widget/browser/flow/createPresses.ts";
import { keepMemory } from "../../../../widget/browser/flow/keepMemory.ts";
import { readMemory } from "../../../../widget/browser/flow/readMemory.ts";
import type { Stage } from "../../../../widget/browser/flow/stage.ts";
import { openStore, readStored } from "../../../../widget/browser/lib/storage.ts";
import type { Cart, Line } from "../../../../widget/types/cart.ts";
import type { Happening } from "../../../../widget/types/event.ts";
import type { ViewItem } from "../../../../widget/types/layout.ts";
import type { Misfit, Offer } from "../../../../widget/types/offer.ts";
import { aCart, aLine, anOffer, aProduct, euro } from "../../../support/builders.ts";

const ok = (line: Line, cart: Cart): Written => ({ ok: true, line, cart });

/** A shop that takes every write, unless told to refuse, and gives new keys. */
function arrange(offers: readonly Offer[], lines: readonly Line[] = [aLine()], inView?: ViewItem) {
  let cart = aCart(...lines);
  let next = 2;
  const refuse = { now: false };
  const settle = (line: Line, rest: readonly Line[]): Promise<Written> => {
    if (refuse.now) return Promise.resolve({ ok: false, reason: "sold-out", message: "Gone" });
    cart = aCart(...rest, line);
    return Promise.resolve(ok(line, cart));
  };
  const writer: Writer = {
    add: vi.fn((item) => settle({ key: `l${next++}`, product: item.product, quantity: item.quantity }, cart.lines)),
    swap: vi.fn((line, item) =>
      settle(
        { key: `l${next++}`, product: item.product, quantity: line.quantity },
        cart.lines.filter(({ key }) => key !== line.key),
      ),
    ),
    remove: vi.fn((key) => {
      const line = cart.lines.find((one) => one.key === key) ?? aLine();
      cart = aCart(...cart.lines.filter((one) => one !== line));
      return Promise.resolve<Written>(refuse.now ? { ok: false, reason: "network" } : ok(line, cart));
    }),
  };
  sessionStorage.clear();
  const store = openStore("session");
  const memory = readMemory((key) => readStored(store, key));
  const stage: Pick<Stage, "lists" | "misfits" | "views" | "draw"> = {
    lists: new Map(),
    misfits: [],
    views: new Map(),
    draw: () => Promise.resolve(),
  };
  const board = createBoard(stage, { canRemove: true });
  board.apply({ offers, misfits: [] }, cart);
  const happened: Happening[] = [];
  const took = vi.fn();
  const replan = vi.fn();
  const running: Promise<void>[] = [];
  const presses = createPresses({
    writer,
    board,
    memory: keepMemory(memory, store, () => false),
    canUndo: true,
    cart: () => cart,
    view: () => inView && { ...inView, ...stage.views.get(inView.product.id) },
    record: (happening) => happened.push(happening),
    took,
    replan,
    together(run) {
      const done = run();
      running.push(done);
      return done;
    },
  });
  const settled = () => Promise.all(running);
  return {
    writer,
    board,
    views: stage.views,
    misfits: () => stage.misfits,
    memory,
    presses,
    happened,
    took,
    replan,
    refuse,
    settled,
    cart: () => cart,
  };
}

const cover = anOffer();
const plus = anOffer({
  id: "cart.up-sell.phone.plus",
  kind: "up-sell",
  product: aProduct({ id: "plus", title: "Aster 9 Plus", categories: ["Phones"] }),
  price: euro(599),
  priceDifference: euro(100),
});

describe("a press", () => {
  it("adds, and says so only after the cart was written", async () => {
    const { presses, board, happened, took, settled, writer } = arrange([cover]);
    presses.accept(cover);
    expect(board.find(cover.id)?.state).toBe("working");
    expect(happened).toEqual([]);
    await settled();
    expect(writer.add).toHaveBeenCalledWith({ product: "case", quantity: 1 });
    expect(board.find(cover.id)).toMatchObject({ state: "done", line: "l2", canUndo: true });
    expect(happened).toEqual([expect.objectContaining({ type: "added", product: "case", for: "phone", price: 1990, currency: "EUR" })]);
    expect(took).toHaveBeenCalledWith(cover, true);
  });

  it("row 85: repeated while it is under way counts once", async () => {
    const { presses, writer, settled } = arrange([cover]);
    for (let press = 0; press < 10; press++) presses.accept(cover);
    await settled();
    expect(writer.add).toHaveBeenCalledTimes(1);
  });

  it("row 86: that the shop refuses is told in its words, and nothing counts as added", async () => {
    const { presses, board, happened, refuse, settled } = arrange([cover]);
    refuse.now = true;
    presses.accept(cover);
    await settled();
    expect(board.find(cover.id)).toMatchObject({ state: "failed", reason: "sold-out", message: "Gone" });
    expect(happened).toEqual([expect.objectContaining({ type: "failed", reason: "sold-out" })]);
  });

  it("row 86: a refusal without words does not keep those of the one before", async () => {
    const { presses, board, refuse, writer, settled } = arrange([cover]);
    refuse.now = true;
    presses.accept(cover);
    await settled();
    vi.mocked(writer.add).mockResolvedValueOnce({ ok: false, reason: "network" });
    presses.accept(cover);
    await settled();
    expect(board.find(cover.id)).toMatchObject({ state: "failed", reason: "network", message: "" });
  });

  it("can be tried again after a refusal", async () => {
    const { presses, board, refuse, settled } = arrange([cover]);
    refuse.now = true;
    presses.accept(cover);
    await settled();
    refuse.now = false;
    presses.accept(cover);
    await settled();
    expect(board.find(cover.id)?.state).toBe("done");
  });

  it("adds the variant chosen, with its options", async () => {
    const product = aProduct({ variants: [{ id: "red", options: { Colour: "Red" } }] });
    const offer = anOffer({ product });
    const { presses, writer, settled } = arrange([offer]);
    presses.accept(offer, "red");
    await settled();
    expect(writer.add).toHaveBeenCalledWith({ product: "case", quantity: 1, variant: "red", options: { Colour: "Red" } });
  });

  it("binds a service to its line", async () => {
    const care = anOffer({ boundTo: "l1" });
    const { presses, writer, settled } = arrange([care]);
    presses.accept(care);
    await settled();
    expect(writer.add).toHaveBeenCalledWith({ product: "case", quantity: 1, boundTo: "l1" });
  });

  it("swaps a line and remembers what it brought in, so that nothing is offered instead", async () => {
    const { presses, writer, memory, happened, settled } = arrange([plus]);
    presses.accept(plus);
    await settled();
    expect(writer.swap).toHaveBeenCalledWith(expect.objectContaining({ key: "l1" }), { product: "plus", quantity: 1 });
    expect(memory.brought.has("plus")).toBe(true);
    expect(happened).toEqual([expect.objectContaining({ type: "swapped", price: 59900, priceOfOther: 49900 })]);
  });

  it("refuses a swap of a line that is gone", async () => {
    const { presses, board, settled } = arrange([plus], [aLine({ key: "other" })]);
    presses.accept(plus);
    await settled();
    expect(board.find(plus.id)).toMatchObject({ state: "failed", reason: "refused" });
  });
});

describe("undo", () => {
  it("takes an added line out again", async () => {
    const { presses, cart, happened, took, board, settled } = arrange([cover]);
    presses.accept(cover);
    await settled();
    presses.undo(cover);
    await settled();
    expect(cart().lines.map(({ product }) => product)).toEqual(["phone"]);
    expect(happened.map(({ type }) => type)).toEqual(["added", "undone"]);
    expect(took).toHaveBeenLastCalledWith(cover, false);
    expect(board.find(cover.id)?.state).toBe("ready");
  });

  it("restores a swapped line and what was exchanged along with it", async () => {
    const shell = aLine({ key: "s1", product: "clear9", title: "Clear case" });
    const { presses, cart, settled, writer } = arrange([plus], [aLine(), shell]);
    presses.accept(plus);
    await settled();
    const misfit: Misfit = { line: shell, why: "unfit", replacement: { product: aProduct({ id: "clearPlus" }) } };
    presses.exchange(misfit);
    await settled();
    expect(cart().lines.map(({ product }) => product)).toEqual(["plus", "clearPlus"]);
    presses.undo(plus);
    await settled();
    expect(
      cart()
        .lines.map(({ product }) => product)
        .sort(),
    ).toEqual(["clear9", "phone"]);
    expect(writer.swap).toHaveBeenCalledTimes(4);
  });

  it("pressed while something is still being exchanged takes that back as well", async () => {
    const shell = aLine({ key: "s1", product: "clear9", title: "Clear case" });
    const { presses, cart, settled } = arrange([plus], [aLine(), shell]);
    presses.accept(plus);
    await settled();
    presses.exchange({ line: shell, why: "unfit", replacement: { product: aProduct({ id: "clearPlus" }) } });
    presses.undo(plus);
    await settled();
    expect(new Set(cart().lines.map(({ product }) => product))).toEqual(new Set(["clear9", "phone"]));
  });

  it("that the shop refuses leaves the offer as taken", async () => {
    const { presses, board, refuse, settled, happened } = arrange([cover]);
    presses.accept(cover);
    await settled();
    refuse.now = true;
    presses.undo(cover);
    await settled();
    expect(board.find(cover.id)?.state).toBe("done");
    expect(happened.map(({ type }) => type)).toEqual(["added"]);
  });
});

describe("no thanks", () => {
  it("is remembered, told, and decides the rest anew", () => {
    const { presses, board, memory, happened, replan } = arrange([cover]);
    presses.decline(cover);
    expect(board.find(cover.id)?.state).toBe("declined");
    expect(memory.refused.has("case")).toBe(true);
    expect(happened.map(({ type }) => type)).toEqual(["dismissed"]);
    expect(replan).toHaveBeenCalledOnce();
    presses.rate(cover, "too-dear");
    expect(happened.at(-1)).toMatchObject({ type: "rated", answer: "too-dear" });
    expect(board.find(cover.id)?.state).toBe("thanked");
  });
});

describe("a misfit", () => {
  const misfit: Misfit = { line: aLine({ key: "s1", product: "clear9" }), why: "orphaned" };

  it("is removed only when the shopper says so", async () => {
    const { presses, writer, settled } = arrange([], [aLine(), misfit.line]);
    presses.exchange(misfit);
    await settled();
    expect(writer.swap).not.toHaveBeenCalled();
    presses.remove(misfit);
    await settled();
    expect(writer.remove).toHaveBeenCalledWith("s1");
  });

  it("is not asked about again once it is kept", () => {
    const { presses, board, cart, misfits } = arrange([]);
    board.apply({ offers: [], misfits: [misfit] }, cart());
    expect(misfits()).toHaveLength(1);
    presses.keep(misfit);
    expect(misfits()).toEqual([]);
  });

  it("says when the shop did not exchange or remove it", async () => {
    const { presses, board, refuse, settled, cart, misfits } = arrange([], [aLine(), misfit.line]);
    const known = { ...misfit, replacement: { product: aProduct() } };
    board.apply({ offers: [], misfits: [known] }, cart());
    refuse.now = true;
    presses.exchange(known);
    await settled();
    expect(misfits()[0]?.state).toBe("failed");
    presses.remove(known);
    await settled();
    expect(misfits()[0]?.state).toBe("failed");
  });
});

describe("the link of an offer", () => {
  it("is told when it is followed", () => {
    const { presses, happened } = arrange([cover]);
    presses.open(cover);
    expect(happened.map(({ type }) => type)).toEqual(["opened"]);
  });
});

describe("a press for several at once", () => {
  const glass = anOffer({ id: "product.cross-sell.phone.glass", product: aProduct({ id: "glass", title: "Screen glass" }) });
  const phone = (over: Partial<ViewItem> = {}): ViewItem => ({
    product: aProduct({ id: "phone", title: "Aster 9", variants: [{ id: "b", options: { Colour: "Black" } }] }),
    price: euro(499),
    state: "ready",
    inCart: false,
    ...over,
  });
  const both = [{ offer: cover }, { offer: glass, variant: "m" }];
  const added = (writer: Writer) => vi.mocked(writer.add).mock.calls.map(([item]) => item.product);

  it("adds the product in view, then each offer, and shows all of them at work meanwhile", async () => {
    const { presses, writer, board, views, settled, happened, took } = arrange([cover, glass], [], phone());
    presses.acceptAll(both, "b");
    expect([views.get("phone"), board.find(cover.id), board.find(glass.id)].map((one) => one?.state)).toEqual([
      "working",
      "working",
      "working",
    ]);
    await settled();
    expect(vi.mocked(writer.add).mock.calls.map(([item]) => item)).toEqual([
      { product: "phone", quantity: 1, variant: "b", options: { Colour: "Black" } },
      { product: "case", quantity: 1 },
      { product: "glass", quantity: 1, variant: "m" },
    ]);
    expect([views.get("phone"), board.find(cover.id), board.find(glass.id)].map((one) => one?.state)).toEqual(["done", "done", "done"]);
    // The product in view is the shop's own sale.
    expect(happened.map((one) => "product" in one && one.product)).toEqual(["case", "glass"]);
    expect(took).toHaveBeenCalledTimes(2);
  });

  it("where one is sold out the others still go in, and it says so", async () => {
    const { presses, writer, board, views, settled, happened } = arrange([cover, glass], [], phone());
    const add = vi.mocked(writer.add).getMockImplementation()!;
    vi.mocked(writer.add).mockImplementation((item) =>
      item.product === "case" ? Promise.resolve({ ok: false, reason: "sold-out", message: "Gone" }) : add(item),
    );
    presses.acceptAll(both);
    await settled();
    expect(views.get("phone")?.state).toBe("done");
    expect(board.find(cover.id)).toMatchObject({ state: "failed", reason: "sold-out", message: "Gone" });
    expect(board.find(glass.id)?.state).toBe("done");
    expect(happened.map(({ type }) => type)).toEqual(["failed", "added"]);
  });

  it("buys no add-ons for a product that the shop refuses, and says why", async () => {
    const { presses, writer, board, views, settled, refuse, happened } = arrange([cover, glass], [], phone());
    refuse.now = true;
    presses.acceptAll(both);
    await settled();
    expect(added(writer)).toEqual(["phone"]);
    expect(views.get("phone")).toEqual({ state: "failed", reason: "sold-out", message: "Gone" });
    expect([cover, glass].map(({ id }) => board.find(id)?.state)).toEqual(["ready", "ready"]);
    expect(happened).toEqual([]);
  });

  it.each([
    ["is in the cart", { inCart: true }],
    ["was taken", { state: "done" as const }],
  ])("leaves out the product in view where it %s", async (_, over) => {
    const { presses, writer, settled } = arrange([cover, glass], [], phone(over));
    presses.acceptAll(both);
    await settled();
    expect(added(writer)).toEqual(["case", "glass"]);
  });

  it("row 85: repeated while it is under way counts once", async () => {
    const { presses, writer, settled } = arrange([cover, glass], [], phone());
    for (let press = 0; press < 10; press++) presses.acceptAll(both);
    await settled();
    expect(added(writer)).toEqual(["phone", "case", "glass"]);
  });
});
