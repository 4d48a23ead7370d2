import { fireEvent } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { mountLayout, view } from "../../../../support/mountLayout.ts";

describe("the bump", () => {
  const box = (queries: Awaited<ReturnType<typeof mountLayout>>["queries"]) => queries.getByRole<HTMLInputElement>("checkbox");

  it("row 121: is an unticked box that names product and price", async () => {
    const { queries } = await mountLayout("bump");
    expect(box(queries).checked).toBe(false);
    expect(box(queries).closest("label")?.textContent).toBe("Add Clear case to cart – €19.90");
  });

  it("stays as the shopper left it while the shop is asked, and shows the shop's answer then", async () => {
    const { queries, update } = await mountLayout("bump");
    fireEvent.click(box(queries));
    update({ offers: [view({}, "working")] });
    expect(box(queries).checked).toBe(true);
    update({ offers: [view({}, "failed", { reason: "sold-out" })] });
    expect(box(queries).checked).toBe(false);
  });

  it("undoes when the tick is taken away, where the shop can", async () => {
    const { queries, calls, update } = await mountLayout("bump", { offers: [view({}, "done", { canUndo: true })] });
    expect(box(queries).checked).toBe(true);
    fireEvent.click(box(queries));
    expect(calls.undo).toHaveBeenCalledOnce();
    expect(calls.accept).not.toHaveBeenCalled();
    update({ offers: [view({}, "done")] });
    fireEvent.click(box(queries));
    expect(calls.undo).toHaveBeenCalledOnce();
    expect(box(queries).checked).toBe(true);
  });
});
