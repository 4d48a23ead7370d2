import { expect, test, vi } from "vitest";
import { runExplain } from "../../../widget/trainer/runExplain.ts";
import { csv, orderRows, train } from "../../support/training.ts";

const CATALOGUE = csv(
  ["item_id", "name", "price", "category", "attributes", "fits", "sku"],
  ["phone", "Phone", "300", "Phones", "memory=64 GB;model=A9", "", "SKU-1"],
  ["pro", "Pro", "360", "Phones", "memory=128 GB;model=A9 Pro", "", ""],
  ["case", "Case", "20", "Cases", "", "model=A9", ""],
  ["wrong", "Case for another", "15", "Cases", "", "model=L", ""],
  ["cable", "Cable", "10", "Cables", "", "", ""],
  ["tea", "Tea", "4", "Food", "", "", ""],
);
const ROWS = [
  ...orderRows("a", 40, "phone", "case", "cable"),
  ...orderRows("b", 20, "phone", "wrong"),
  ...orderRows("c", 60, "tea", "cable"),
  ...orderRows("d", 60, "tea"),
];

async function explain(...args: readonly string[]): Promise<readonly string[]> {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const { folder } = await train({ orders: csv(["order_id", "item_id"], ...ROWS), catalogue: CATALOGUE });
  const lines: string[] = [];
  await runExplain(["--model", folder, ...args], (line) => lines.push(line));
  return lines;
}

const rowOf = (lines: readonly string[], name: string) => lines.find((line) => line.includes(name)) ?? "";

test("tells of each candidate what speaks for it, where it is offered, or which rule dropped it", async () => {
  const lines = await explain("--cart", "SKU-1, tea");
  expect(lines[0]).toBe("For Phone (phone) + Tea (tea):");
  expect(rowOf(lines, "Case (case)")).toMatch(/offered, place \d\n +\+0\.\d+ Phone/);
  expect(rowOf(lines, "Case for another (wrong)")).toContain("not offered: incompatible");
  expect(rowOf(lines, "Pro (pro)")).toContain("up-sell");
});

test("what speaks against a candidate is told with its sign", async () => {
  const spoken = (await explain("--cart", "phone,tea")).join("\n");
  expect(spoken).toMatch(/-0\.\d+ Tea/);
});

test("the page of a product is explained without a cart", async () => {
  expect(rowOf(await explain("--page", "phone"), "Pro (pro)")).toMatch(/up-sell +Pro \(pro\) {2}offered, place 1/);
});

test.each([
  [["--cart", "nothing"], "the model knows no product nothing"],
  [["--cart", ""], "--cart ID,ID or --page ID is needed"],
])("%j ends with a line that says what is wrong", async (args, message) => {
  await expect(explain(...args)).rejects.toThrow(message);
});

test("without a model it says so", async () => {
  await expect(runExplain(["--model", "/nowhere", "--cart", "a"], () => {})).rejects.toThrow("there is no model of a format known here");
  await expect(runExplain(["--cart", "a"], () => {})).rejects.toThrow("--model DIR is needed");
});
