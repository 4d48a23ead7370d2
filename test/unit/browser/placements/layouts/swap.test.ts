import { describe, expect, it } from "vitest";
import { aMisfit, mountLayout, upSell, view } from "../../../../support/mountLayout.ts";

describe("the swap", () => {
  it("names what it replaces, what it costs more, and every difference, the worse ones too", async () => {
    const { rows, queries } = await mountLayout("swap", { offers: [view(upSell)] });
    for (const text of ["Instead of Aster 9", "+ €40.00", "Screen 6.7 in (6.1 in)", "but weight 203 g (174 g)"])
      expect(rows()[0]!.textContent).toContain(text);
    expect(queries.getByRole("button", { name: "Swap Aster 9 for Aster 9 Plus" })).toBeTruthy();
    expect(queries.getByRole("region", { name: "Instead of Aster 9" })).toBeTruthy();
  });

  it("once swapped, what no longer fits comes after it", async () => {
    const { root } = await mountLayout("swap", { offers: [view(upSell, "done", { canUndo: true })], misfits: [aMisfit()] });
    expect([...root.querySelectorAll("li")].map((row) => [row.dataset["offer"], row.dataset["misfit"]])).toEqual([
      [upSell.id, undefined],
      [undefined, "m"],
    ]);
    expect(root.textContent).toContain("Swapped ✓");
  });
});
