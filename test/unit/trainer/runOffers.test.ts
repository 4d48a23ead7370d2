import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { expect, test, vi } from "vitest";
import { runOffers } from "../../../widget/trainer/runOffers.ts";
import { aFolder, csv, orderRows, train } from "../../support/training.ts";

const CATALOGUE = csv(
  ["item_id", "name", "price", "category", "attributes", "fits", "sku", "variants"],
  [
    "phone",
    "Phone",
    "300",
    "Phones",
    "memory=64 GB;model=A9",
    "",
    "SKU-1",
    '[{"id":"p64","options":{"memory":"64 GB"},"price":300},{"id":"p128","options":{"memory":"128 GB"},"price":350}]',
  ],
  ["pro", "Pro", "360", "Phones", "memory=128 GB;model=A9 Pro", "", "", ""],
  ["luxury", "Luxury", "590", "Phones", "memory=256 GB;model=L", "", "", ""],
  ["case", "Case", "20", "Cases", "", "model=A9", "", ""],
  ["wrong", "Case for another", "15", "Cases", "", "model=L", "", ""],
  ["cable", "Cable", "10", "Cables", "", "", "", ""],
  ["tv", "TV", "900", "TVs", "", "", "", ""],
  ["bread", "Bread", "2", "Food", "", "", "", ""],
);
const ROWS = [
  ...orderRows("a", 40, "phone", "case", "cable"),
  ...orderRows("b", 20, "phone", "wrong"),
  ...orderRows("c", 20, "phone", "tv"),
  ...orderRows("d", 200, "bread"),
];

async function answers(cases: readonly (object | string)[], args: readonly string[] = []): Promise<unknown[]> {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const { folder } = await train({ orders: csv(["order_id", "item_id"], ...ROWS), catalogue: CATALOGUE });
  const output = new PassThrough();
  const input = Readable.from(cases.map((one) => `${typeof one === "string" ? one : JSON.stringify(one)}\n`));
  await runOffers(["--model", folder, ...args], { input, output });
  output.end();
  const text = (await output.toArray()).join("");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { top: unknown }).top);
}

test("answers in the order of the cases, blank lines aside", async () => {
  const [first, second, third] = await answers([
    { given: ["phone"], limit: 1, all: true },
    "",
    { given: ["bread"], limit: 1, all: true },
    { given: ["bread"], limit: 0, all: true },
  ]);
  expect([first, second, third]).toEqual([["bread"], ["phone"], []]);
});

test("the bare ranking holds every product but the given, by whatever id", async () => {
  const [top] = await answers([{ given: ["SKU-1", "case"], all: true }]);
  expect(top).toHaveLength(6);
  expect(top).toEqual(expect.arrayContaining(["bread", "cable", "tv", "pro", "luxury", "wrong"]));
});

test("what is shown fits, goes with the cart and is not dearer than it; popularity alone is no reason", async () => {
  expect(await answers([{ given: ["phone"] }, { given: ["bread"] }])).toEqual([["cable", "case"], []]);
});

test("a configuration that turns best-sellers on counts", async () => {
  const config = join(await aFolder(), "goeswith.json");
  await writeFile(config, '{"popular":true}');
  expect(await answers([{ given: ["case"], limit: 1 }], ["--config", config])).toEqual([["cable"]]);
  expect(await answers([{ given: ["bread"] }], ["--config", config])).toEqual([expect.arrayContaining(["cable"])]);
});

test("up-sells are better and within the band; the bare ranking has all of them", async () => {
  const [shown, variant, all] = await answers([
    { given: ["phone"], kind: "up-sell" },
    { given: ["p64"], kind: "up-sell" },
    { given: ["phone"], kind: "up-sell", all: true },
  ]);
  expect(shown).toEqual(["pro"]);
  expect(variant).toEqual(["p128", "pro"]);
  expect(all).toEqual(["pro", "luxury"]);
});

test.each([
  ["{oops", "line 2"],
  ['{"given":"phone"}', 'line 2: {"given"'],
  ['{"given":[],"kind":"gift"}', "line 2: kind"],
  ['{"given":[],"limit":"4"}', "line 2: limit"],
])("a line that is no case is named: %s", async (line, message) => {
  await expect(answers([{ given: [] }, line])).rejects.toThrow(message);
});

test("a folder without a model is named", async () => {
  const pipes = { input: Readable.from([]), output: new PassThrough() };
  await expect(runOffers(["--model", "/nowhere"], pipes)).rejects.toThrow("/nowhere: there is no model");
  await expect(runOffers([], pipes)).rejects.toThrow("--model DIR is needed");
});
