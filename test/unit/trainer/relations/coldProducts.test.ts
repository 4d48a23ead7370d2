import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { csv, orderRows, train } from "../../../support/training.ts";

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

const HEADER = ["item_id", "name", "price", "category", "attributes", "fits"];
const SHIRT = "Organic cotton shirt";
const PRODUCTS = [
  ["shirt-red", `${SHIRT} red`, "30", "Shirts", "", ""],
  ["belt", "Leather belt", "25", "Belts", "", ""],
  ["phone", "Aster 9", "600", "Phones", "model=Aster 9", ""],
  ["case", "Clear case", "20", "Cases", "", "model=Aster 9"],
];
const ORDERS = csv(
  ["order_id", "item_id"],
  ...orderRows("a", 40, "shirt-red", "belt"),
  ...orderRows("b", 40, "phone", "case"),
  ...orderRows("c", 20, "belt"),
);

const trainWith = (...more: readonly (readonly string[])[]) => train({ orders: ORDERS, catalogue: csv(HEADER, ...PRODUCTS, ...more) });
const rowOf = (model: Awaited<ReturnType<typeof trainWith>>, from: string, to: string) =>
  model.entries[from]?.with?.find(([id, weight]) => id === to && weight > 0);

test("a new colour gets the offers of the colour that is known, and is offered where that one is, on its first day", async () => {
  const model = await trainWith(["shirt-blue", `${SHIRT} blue`, "25", "Shirts", "", ""]);
  expect(rowOf(model, "shirt-blue", "belt")?.[4]).toBe("alike");
  expect(rowOf(model, "belt", "shirt-blue")?.[4]).toBe("alike");
  expect(model.cards["shirt-blue"]?.title).toBe(`${SHIRT} blue`);
});

test("a new product unlike any other gets what goes with its category, and is offered nowhere", async () => {
  const model = await trainWith(["blouse", "Silk blouse", "60", "Shirts", "", ""]);
  expect(rowOf(model, "blouse", "belt")?.[4]).toBe("category");
  expect(rowOf(model, "belt", "blouse")).toBeUndefined();
});

test("a new accessory that names its model is offered with it, and one for another model is not", async () => {
  const model = await trainWith(
    ["glass", "Screen protector", "15", "Protectors", "", "model=Aster 9"],
    ["glass-10", "Screen protector", "15", "Protectors", "", "model=Aster 10"],
  );
  expect(rowOf(model, "phone", "glass")?.[4]).toBe("attributes");
  expect(rowOf(model, "phone", "glass-10")).toBeUndefined();
});

test("where the catalogue has names alone, they tell what is made for what", async () => {
  const model = await train({
    catalogue: csv(["item_id", "name"], ["phone", "Aster 9"], ["big", "Aster 9 Max"], ["case", "Case for Aster 9"], ["cup", "Blue cup"]),
  });
  expect(model.entries["phone"]?.with).toEqual([["case", expect.any(Number), expect.any(Number), 0, "names"]]);
  expect(model.entries["big"]?.with).toBeUndefined();
});

test("what is guessed stands behind what orders show", async () => {
  const model = await trainWith(["glass", "Screen protector", "15", "Protectors", "", "model=Aster 9"]);
  const [shown, guessed] = [rowOf(model, "phone", "case"), rowOf(model, "phone", "glass")];
  expect(shown?.[1]).toBeGreaterThan(guessed?.[1] ?? 127);
});

test("what orders show in plenty is not guessed", async () => {
  const model = await trainWith();
  const speaking = model.entries["phone"]?.with?.filter(([, weight]) => weight > 0);
  expect(speaking).toEqual([["case", expect.any(Number), expect.any(Number), 100]]);
});
