import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { ModelChanges } from "../../../../widget/types/changes.ts";
import { runExplain } from "../../../../widget/trainer/runExplain.ts";
import { runReview } from "../../../../widget/trainer/runReview.ts";
import { batchLines, type Look, looksOf } from "../../../support/shopLooks.ts";
import { aFolder, csv, orderRows, type Trained, train } from "../../../support/training.ts";
import { hearPrinted } from "../../../support/hearPrinted.ts";

const { said } = hearPrinted();

/** The case goes with the phone more often than the film and the cable do. */
const ORDERS = csv(
  ["order_id", "item_id"],
  ...orderRows("a", 60, "phone", "case"),
  ...orderRows("b", 45, "phone", "film"),
  ...orderRows("c", 40, "phone", "cable"),
  ...orderRows("d", 150, "tea"),
);
const taken = [["added"]] as const;
const declined = [["dismissed"]] as const;
const misfit = [["dismissed"], ["rated", "does-not-fit"]] as const;
const usual = (product: string): readonly Look[] => [
  { product, visits: 10, after: taken },
  { product, visits: 80 },
  { product, visits: 10, after: declined },
];

async function trainWith(looks: readonly Look[], { args = [], ...given }: Parameters<typeof train>[0] = {}): Promise<Trained> {
  const file = join(await aFolder(), "events.jsonl");
  await writeFile(file, batchLines(looksOf("v", looks)));
  return train({ orders: ORDERS, ...given, args: ["--events", file, ...args] });
}
let deaf: Promise<Trained> | undefined;
/** The model of the orders alone. */
const unheard = () => (deaf ??= train({ orders: ORDERS }));
const ranked = (model: Trained) =>
  model.entries["phone"]!.with!.filter(([, weight]) => weight > 0)
    .toSorted((a, b) => b[1] - a[1])
    .map(([id]) => id);
const changesIn = ({ texts }: Trained) => JSON.parse(texts.get("changes.json") ?? "{}") as ModelChanges;

test("what is bought together most and declined most falls behind what is bought less and taken more", async () => {
  expect(ranked(await unheard())).toEqual(["case", "film", "cable"]);
  const model = await trainWith([
    { product: "case", visits: 140, after: declined },
    { product: "case", visits: 60 },
    ...usual("film"),
    { product: "cable", visits: 70, after: taken },
    { product: "cable", visits: 130 },
  ]);
  expect(ranked(model)).toEqual(["cable", "film", "case"]);
  const { build, pairs } = changesIn(model);
  expect(build).toBe(model.manifest.build);
  expect(pairs).toEqual([
    { kind: "cross-sell", for: "phone", product: "cable", factor: 2, reason: "taken" },
    { kind: "cross-sell", for: "phone", product: "case", factor: 0.5, reason: "refused" },
    expect.objectContaining({ product: "film" }),
  ]);
  expect(said()).toContain("Events: 730 of 500 visits");
  expect(said()).toContain("lowered, × 0.5: case for phone");
  expect(said()).toContain("lifted, × 2: cable for phone");
});

test("a pair that shoppers say does not fit is taken out of the model, at its product only", async () => {
  const looks: readonly Look[] = [...usual("film"), ...usual("cable"), { product: "case", visits: 25, after: misfit }];
  const model = await trainWith(looks);
  expect(ranked(model)).toEqual(["film", "cable"]);
  expect(model.entries["case"]!.with!.some(([id, weight]) => id === "phone" && weight > 0)).toBe(true);
  expect(changesIn(model).pairs[0]).toEqual({ kind: "cross-sell", for: "phone", product: "case", factor: 0, reason: "does-not-fit" });
  expect(said()).toContain("1 taken out\n  taken out, as it does not fit: case for phone");
});

test.each([
  ["one visit, however much it does", [{ product: "case", after: Array.from({ length: 500 }, () => misfit).flat() }]],
  ["fewer visits than tell anything", [{ product: "case", visits: 19, after: misfit }]],
  ["visits that have it already", [...usual("case"), { product: "case", visits: 300, after: [["dismissed"], ["rated", "have-it"]] }]],
  ["visits the shop refused", [...usual("case"), { product: "case", visits: 300, after: [["failed"]] }]],
] satisfies readonly (readonly [string, readonly Look[]])[])("%s changes nothing", async (_, looks) => {
  const [plain, model] = [await unheard(), await trainWith([...looks, ...usual("film"), ...usual("cable")])];
  expect(changesIn(model).pairs).toEqual([]);
  expect([...model.texts].filter(([name]) => name !== "changes.json")).toEqual([...plain.texts]);
});

test("a robot that looks at everything is left out, and counted", async () => {
  const robot = looksOf(
    "r",
    Array.from({ length: 101 }, (_, at) => ({ product: `p${at}`, after: misfit })),
  ).map((event) => ({ ...event, visit: "robot" }));
  const file = join(await aFolder(), "events.jsonl");
  await writeFile(file, batchLines([...robot, ...looksOf("v", usual("film"))]));
  const catalogue = csv(
    ["item_id", "name"],
    ...Array.from({ length: 101 }, (_, at) => [`p${at}`, `P ${at}`]),
    ["phone", "Phone"],
    ["film", "Film"],
  );
  await train({ catalogue, args: ["--events", file] });
  expect(said()).toContain("left out: 303 × event of a visit with more than 100 offers, as only robots make");
});

test("first places are no merit: what is taken there as often as others is left alone, what is taken nearly so often further down is lifted", async () => {
  const at = (product: string, position: number, share: number): readonly Look[] => [
    { product, position, visits: share * 200, after: taken },
    { product, position, visits: (1 - share) * 200 },
  ];
  const others = Array.from({ length: 10 }, (_, n) => [
    ...at(`o${n}`, 1, n % 2 ? 0.1 : 0.3),
    ...at(`o${n}x`, 3, n % 2 ? 0.02 : 0.08),
  ]).flat();
  const model = await trainWith([...others, ...at("case", 1, 0.2), ...at("film", 3, 0.05), ...at("cable", 3, 0.18)], {
    orders: `${ORDERS}${csv(...others.flatMap(({ product }) => orderRows(product, 1, product)))}`,
  });
  const factors = new Map(changesIn(model).pairs.map(({ product, factor }) => [product, factor]));
  expect(factors.get("cable")).toBeGreaterThan(1.4);
  for (const product of ["case", "film"]) expect(Math.abs((factors.get(product) ?? 1) - 1)).toBeLessThan(0.2);
});

const CATALOGUE = csv(
  ["item_id", "name", "price", "category", "attributes", "accessories", "sku"],
  ["phone", "Phone", "300", "Phones", "memory=64 GB", "case", "SKU-1"],
  ["pro", "Phone Pro", "360", "Phones", "memory=128 GB", "", ""],
  ["max", "Phone Max", "375", "Phones", "memory=256 GB", "", ""],
  ["case", "Case", "20", "Cases", "", "", ""],
  ["film", "Film", "10", "Films", "", "", ""],
  ["cable", "Cable", "10", "Cables", "", "", ""],
  ["tea", "Tea", "4", "Food", "", "", ""],
);

test("what the merchant made by a relation or a rule is never taken out, only told", async () => {
  const rules = join(await aFolder(), "rules.json");
  await writeFile(rules, JSON.stringify([{ from: { product: "phone" }, with: ["film"] }]));
  const misfits = ["case", "film", "cable"].map((product): Look => ({ product, visits: 30, after: misfit }));
  const model = await trainWith(misfits, { catalogue: CATALOGUE, args: ["--rules", rules] });
  expect(ranked(model).toSorted()).toEqual(["case", "film"]);
  expect(said()).toMatch(/it is your own rule or relation, so it stays: Case for Phone\n.*so it stays: Film for Phone/);
});

test("alternatives that are taken come before those that are not; what does not fit is none", async () => {
  const up = (product: string, visits: number, after: Look["after"] = []): Look => ({ product, kind: "up-sell", visits, after });
  const idsOf = (model: Trained) => model.entries["phone"]!.instead!.map(({ id }) => id);
  const plain = await train({ orders: ORDERS, catalogue: CATALOGUE });
  const [first, second] = idsOf(plain) as [string, string];
  const swapped = [["swapped"]] as const;
  const other = await trainWith([up(second, 60, swapped), up(second, 100), up(first, 160, declined)], { catalogue: CATALOGUE });
  expect(idsOf(other)).toEqual([second, first]);
  expect(other.entries["phone"]!.instead!.map(({ score }) => score)).toEqual(plain.entries["phone"]!.instead!.map(({ score }) => score));
  const without = await trainWith([up(second, 30, misfit), up(first, 160), up(first, 10, swapped)], { catalogue: CATALOGUE });
  expect(idsOf(without)).toEqual([first]);
});

test("explain and review tell what shoppers moved", async () => {
  const looks: readonly Look[] = [
    ...usual("film"),
    { product: "case", visits: 90, after: declined },
    { product: "cable", visits: 25, after: misfit },
  ];
  const { folder } = await trainWith(looks, { catalogue: CATALOGUE });
  const lines: string[] = [];
  await runExplain(["--model", folder, "--cart", "phone"], (line) => lines.push(line));
  expect(lines.find((line) => line.includes("Case (case)"))).toContain("× 0.5 by shoppers at Phone");
  expect(lines.at(-1)).toBe("Taken out, as shoppers say it does not fit: cable for Phone");
  const sheet = new PassThrough();
  await runReview(["--model", folder], sheet);
  const rows = String(sheet.read()).split("\r\n");
  expect(rows.find((row) => row.startsWith("phone,Phone,with") && row.includes(",case,"))).toContain("× 0.5 by shoppers");
});

test("ids of variants and SKUs are those of their products; events of other products are counted and say nothing", async () => {
  await trainWith([...usual("case").map((look) => ({ ...look, for: "SKU-1" })), { product: "gone", visits: 7 }], { catalogue: CATALOGUE });
  expect(said()).toContain("Events: 127 of 107 visits\n  left out: 7 × event about a product the model does not know\n");
});

test("row 153: the same events in any order, and some of them twice, give the same bytes", async () => {
  const looks = [{ product: "case", visits: 90, after: declined }, ...usual("film"), ...usual("cable")];
  const events = looksOf("v", looks);
  const [one, other] = [join(await aFolder(), "one.jsonl"), join(await aFolder(), "other.jsonl")];
  await writeFile(one, batchLines(events));
  await writeFile(other, batchLines([...events.slice(100), ...events.toReversed()], 7));
  const models = [
    await train({ orders: ORDERS, args: ["--events", one] }),
    await train({ orders: ORDERS, args: ["--events", other] }),
  ] as const;
  expect(changesIn(models[0]).pairs).not.toEqual([]);
  expect(models[1].manifest).toEqual(models[0].manifest);
  expect(models[1].texts).toEqual(models[0].texts);
});

test("nothing of a visit is in the model, and a build of other changes is another", async () => {
  const looks = [{ product: "case", visits: 90, after: declined }, ...usual("film")];
  const model = await trainWith(looks);
  expect([...model.texts.values()].join("\n")).not.toMatch(/v-\d|1780000000000|visit/);
  const plain = await train({ orders: ORDERS, folder: model.folder });
  expect(plain.manifest.build).not.toBe(model.manifest.build);
  expect(plain.texts.has("changes.json")).toBe(false);
});
