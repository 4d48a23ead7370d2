import { describe, expect, it } from "vitest";
import { mergeRows } from "../../../../widget/browser/flow/mergeRows.ts";
import type { Row } from "../../../../widget/browser/flow/rows.ts";
import { anOffer } from "../../../support/builders.ts";

const offer = (id: string) => anOffer({ id });
const ready = (id: string): Row => ({ offer: offer(id), state: "ready" });
const ids = (rows: readonly Row[]) => rows.map((row) => `${row.offer.id}:${row.state}`);

describe("mergeRows", () => {
  it("starts as the plan has it", () => expect(ids(mergeRows([], [offer("a"), offer("b")]))).toEqual(["a:ready", "b:ready"]));

  it("keeps what the shopper touched where it is", () => {
    const before: Row[] = [ready("a"), { offer: offer("b"), state: "done" }, ready("c")];
    expect(ids(mergeRows(before, [offer("c"), offer("d"), offer("a")]))).toEqual(["a:ready", "b:done", "c:ready"]);
  });

  it("fills the place of what is no longer offered with the next best", () => {
    expect(ids(mergeRows([ready("a"), ready("b")], [offer("b"), offer("c")]))).toEqual(["c:ready", "b:ready"]);
  });

  it("drops what is no longer offered when nothing follows", () => {
    expect(ids(mergeRows([ready("a"), ready("b")], [offer("b")]))).toEqual(["b:ready"]);
  });

  it("takes the new facts of an offer that stays", () => {
    const [row] = mergeRows([ready("a")], [anOffer({ id: "a", quantity: 2 })]);
    expect(row?.offer.quantity).toBe(2);
  });

  it("grows only when there are more offers than places", () => {
    expect(mergeRows([ready("a")], [offer("a"), offer("b"), offer("c")])).toHaveLength(3);
  });
});
