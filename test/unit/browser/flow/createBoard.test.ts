import { describe, expect, it, vi } from "vitest";
import { createBoard } from "../../../../widget/browser/flow/createBoard.ts";
import type { Outcome, Row } from "../../../../widget/browser/flow/rows.ts";
import { aCart, aLine, anOffer, aProduct } from "../../../support/builders.ts";

function arrange() {
  const draw = vi.fn();
  const stage = { lists: new Map<string, readonly Row[]>(), misfits: [], views: new Map<string, Outcome>(), draw };
  return { stage, draw, board: createBoard(stage, { canRemove: false }) };
}

describe("createBoard", () => {
  it("keeps a list for each placement and kind, and draws every change", () => {
    const { board, stage, draw } = arrange();
    board.apply({ offers: [anOffer(), anOffer({ id: "d", placement: "drawer" })], misfits: [] }, aCart());
    expect([...stage.lists].map(([key, rows]) => [key, rows.length])).toEqual([
      ["cart.cross-sell", 1],
      ["drawer.cross-sell", 1],
    ]);
    board.set("d", { state: "working" });
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it("lets a taken offer follow its line when the shop gives that a new key", () => {
    const { board } = arrange();
    const offer = anOffer({ product: aProduct({ id: "plus" }) });
    board.apply({ offers: [offer], misfits: [] }, aCart());
    board.set(offer.id, { state: "done", line: "l2" });
    board.apply({ offers: [], misfits: [] }, aCart(aLine({ key: "l9", product: "plus" })));
    expect(board.find(offer.id)?.line).toBe("l9");
    board.apply({ offers: [], misfits: [] }, aCart());
    expect(board.find(offer.id)?.line).toBe("l9");
  });

  it("remembers what became of a product in view, and draws it", () => {
    const { board, stage, draw } = arrange();
    board.setView("phone", { state: "failed", reason: "network" });
    expect(stage.views.get("phone")).toEqual({ state: "failed", reason: "network" });
    expect(draw).toHaveBeenCalledOnce();
  });
});
