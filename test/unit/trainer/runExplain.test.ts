import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runExplain } from "../../../widget/trainer/runExplain.ts";
import { aFolder, csv, orderRows, train } from "../../support/training.ts";

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

const RULES = [
  { from: { product: "tea" }, with: ["cable"] },
  { from: { category: "Phones" }, with: ["case"], text: "Made for it" },
  { from: { product: "phone" }, never: ["cable"] },
  { from: {}, with: ["tea"], since: "2099-01-01" },
];
const write = async (name: string, content: unknown) => {
  const file = join(await aFolder(), name);
  await writeFile(file, JSON.stringify(content));
  return file;
};

test.each([
  ["that the model carries", async () => ({ args: ["--rules", await write("rules.json", RULES)], config: [] })],
  ["of the configuration", async () => ({ args: [], config: ["--config", await write("goeswith.json", { rules: RULES })] })],
])("the merchant's rules %s are named where they brought or dropped something", async (_, make) => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const { args, config } = await make();
  const { folder } = await train({ orders: csv(["order_id", "item_id"], ...ROWS), catalogue: CATALOGUE, args });
  const lines: string[] = [];
  await runExplain(["--model", folder, "--cart", "phone", ...config], (line) => lines.push(line));
  expect(rowOf(lines, "Case (case)")).toMatch(/offered, place 1\n.*from merchant and history \(rule 2 "Made for it"\)/);
  expect(rowOf(lines, "Cable (cable)")).toMatch(/not offered: excluded, by rule 3\n.*from history/);
  expect(rowOf(lines, "Tea (tea)")).toMatch(/not offered: schedule, by rule 4 from 2099-01-01/);
  expect(rowOf(lines, "Pro (pro)")).toMatch(/from attributes$/);
});

test("rules that the model carries are not asked under a configuration that does not ask for them", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const args = ["--rules", await write("rules.json", RULES)];
  const { folder } = await train({ orders: csv(["order_id", "item_id"], ...ROWS), catalogue: CATALOGUE, args });
  const lines: string[] = [];
  const config = await write("goeswith.json", {});
  await runExplain(["--model", folder, "--cart", "phone", "--config", config], (line) => lines.push(line));
  expect(lines.join("\n")).not.toContain("rule");
});
