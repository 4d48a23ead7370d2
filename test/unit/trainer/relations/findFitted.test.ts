import { expect, test } from "vitest";
import { findFitted } from "../../../../widget/trainer/relations/findFitted.ts";
import { anItem } from "../../../support/anItem.ts";

const aster = anItem("aster", { attributes: { model: "Aster 9", mount: "E" } });
const slate = anItem("slate", { attributes: { model: "Slate 5" } });

test("what names a value in its fits column goes with whatever has it", () => {
  const items = [
    aster,
    slate,
    anItem("case", { fits: { model: ["Aster 9", "Aster 8"] } }),
    anItem("pouch", { fits: { model: ["Slate 5"] } }),
  ];
  expect([...findFitted(items)]).toEqual([
    [0, [2]],
    [1, [3]],
  ]);
});

test("every attribute asked for must be met", () => {
  const items = [aster, slate, anItem("lens", { fits: { model: ["Aster 9", "Slate 5"], mount: ["E"] } })];
  expect([...findFitted(items)]).toEqual([[0, [2]]]);
});

test("an option of a variant counts as well, and nothing fits itself", () => {
  const items = [
    anItem("shirt", { variants: [{ id: "s", options: { size: "S" } }] }),
    anItem("belt", { attributes: { size: "S" }, fits: { size: ["S"] } }),
  ];
  expect([...findFitted(items)]).toEqual([[0, [1]]]);
});
