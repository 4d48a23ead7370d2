import { expect, test } from "vitest";
import { csv, orderRows, train } from "../../../support/training.ts";
import { hearPrinted } from "../../../support/hearPrinted.ts";

const { said } = hearPrinted();

const HEADER = ["item_id", "name", "price", "category", "attributes", "cost"] as const;
const ORDERS = csv(
  ["order_id", "item_id"],
  ...orderRows("a", 30, "phone", "case"),
  ...orderRows("b", 30, "pro"),
  ...orderRows("c", 40, "strap"),
);
const catalogue = (phone: string, pro: string, max: string, small: string) =>
  csv(
    HEADER,
    ["phone", "Phone", "100", "Phones", "memory=64 GB", phone],
    ["pro", "Pro", "130", "Phones", "memory=128 GB", pro],
    ["max", "Max", "150", "Phones", "memory=256 GB", max],
    ["case", "Case", "20", "Cases", "", small],
    ["strap", "Strap", "10", "Straps", "", small],
  );

test("no byte of a cost or a margin is in any file: other costs that decide the same give the same bytes", async () => {
  const one = await train({ orders: ORDERS, catalogue: catalogue("61.37", "71.41", "143.19", "3.33") });
  const other = await train({ orders: ORDERS, catalogue: catalogue("58.11", "66.67", "141.73", "2.79") });
  expect(other.manifest).toEqual(one.manifest);
  expect(other.texts).toEqual(one.texts);
  // Costs, and margins, in minor units, with a point and with a comma.
  const secrets = /61\.?,?37|71\.?,?41|143\.?,?19|\b3\.?,?33\b|38\.?,?63|58\.?,?59|\b6\.?,?81\b|16\.?,?67/;
  expect([JSON.stringify(one.manifest), ...one.texts.values()].join("\n")).not.toMatch(secrets);
});

test("an alternative that earns less than what it replaces is not in the model", async () => {
  const costs = await train({ catalogue: catalogue("60", "70", "145", "1") });
  expect(costs.entries["phone"]?.instead?.map(({ id }) => id)).toEqual(["pro"]);
  const none = await train({ catalogue: catalogue("", "", "", "") });
  expect(none.entries["phone"]?.instead?.map(({ id }) => id)).toEqual(["pro", "max"]);
});

test("an add-on that does not pay for its handling is not in the model, neither beside its product nor among the best-sellers", async () => {
  const given = { orders: ORDERS, catalogue: catalogue("60", "70", "145", "18.50") };
  const free = await train(given);
  expect(free.entries["phone"]?.with?.find(([id]) => id === "case")?.[1]).toBeGreaterThan(0);
  const handled = await train({ ...given, args: ["--handling", "2"] });
  expect(handled.entries["phone"]?.with?.find(([id]) => id === "case")).toBeUndefined();
  expect(handled.head.best.map(([id]) => id)).not.toContain("case");
  const cheap = await train({
    ...given,
    catalogue: catalogue("60", "70", "145", "17.50"),
    args: ["--handling", "2", "--min-margin", "2%"],
  });
  expect(cheap.entries["phone"]?.with?.find(([id]) => id === "case")?.[1]).toBeGreaterThan(0);
});

test("weighed by margins, the bytes still tell only in which of five ranges one is", async () => {
  const args = ["--objective", "margin", "--handling", "0.37", "--min-margin", "0.11"];
  const one = await train({ orders: ORDERS, catalogue: catalogue("61.37", "71.41", "143.19", "3.33"), args });
  const other = await train({ orders: ORDERS, catalogue: catalogue("58.11", "66.67", "141.73", "2.79"), args });
  expect(other.texts).toEqual(one.texts);
});

test("products without a cost are counted where others have one", async () => {
  await train({ catalogue: catalogue("60", "70", "", "1") });
  expect(said()).toMatch(/1 products without a cost: they may be offered whatever they earn/);
});

test("what the merchant says of an attribute reaches the model", async () => {
  const model = await train({ catalogue: catalogue("", "", "", ""), args: ["--better", "memory=less"] });
  expect(model.entries["phone"]?.instead?.every(({ differences }) => !differences.some(({ better }) => better))).toBe(true);
});
