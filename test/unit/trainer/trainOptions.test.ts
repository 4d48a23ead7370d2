import { expect, test } from "vitest";
import { type TrainOptions, readTrainOptions } from "../../../widget/trainer/trainOptions.ts";

test("takes several order files after one --orders or several", () => {
  expect(readTrainOptions(["--orders", "a", "b", "--orders", "c", "--out", "d"])).toMatchObject({
    orders: ["a", "b", "c"],
    out: "d",
    neighbours: 20,
    popularity: 1,
    band: { from: 1.05, to: 2 },
  });
});

test("files after --catalogue are the catalogue's, so that a shell's own patterns serve", () => {
  const args = ["--catalogue", "a", "b", "--orders", "c", "d", "--catalogue", "e", "--out", "f"];
  expect(readTrainOptions(args)).toMatchObject({ orders: ["c", "d"], catalogue: ["a", "b", "e"], out: "f" });
});

test.each([
  [["--orders", "a"], "--out"],
  [["--out", "d"], "--orders FILE or --catalogue"],
  [["a.csv", "--catalogue", "b", "--out", "d"], "a.csv"],
  [["--orders", "a", "--out", "d", "--band", "2..1"], "--band"],
  [["--orders", "a", "--out", "d", "--min-orders", "0"], "--min-orders"],
  [["--orders", "a", "--out", "d", "--neighbours", "2.5"], "--neighbours"],
  [["--orders", "a", "--out", "d", "--popularity", "x"], "--popularity"],
  [["--orders", "a", "--out", "d", "--currency", "euro"], "--currency"],
  [["--orders", "a", "--out", "d", "--date", "today"], "--date"],
])("%j is refused by name", (args, message) => {
  expect(() => readTrainOptions(args)).toThrow(message);
});

test("files after --from and its shop system are its exports, a catalogue may stand beside them", () => {
  const { from, catalogue, orders } = readTrainOptions(["--from", "shopify", "a", "b", "--catalogue", "c", "--out", "d"]) as TrainOptions;
  expect([from?.system.title, from?.files, catalogue, orders]).toEqual(["Shopify", ["a", "b"], ["c"], []]);
});

test.each([
  [["--from", "magento", "a"], "--from magento: one of woocommerce, shopify, prestashop, opencart is needed"],
  [["--from", "shopify"], "--from shopify: FILE… is needed"],
  [["--from", "shopify", "a", "--orders", "b"], "--from and --orders exclude each other"],
  [["--from", "shopify", "a", "--pairs", "b"], "--from and --pairs exclude each other"],
  [["--from", "shopify", "a", "--columns", "order=Name"], "--from and --columns exclude each other"],
  [["--from", "shopify", "a", "--from", "opencart", "b"], "more than once"],
])("%j is refused by name", (args, message) => {
  expect(() => readTrainOptions([...args, "--out", "d"])).toThrow(message);
});

test("columns, the time to begin at and the memory are read", () => {
  const args = [
    "--orders",
    "a",
    "--out",
    "d",
    "--columns",
    "order=Name, item=Lineitem sku",
    "--columns",
    "item=sku=2",
    "--since",
    "26w",
    "--memory",
    "800MB",
  ];
  expect(readTrainOptions(args)).toMatchObject({
    columns: new Map([
      ["order", ["Name"]],
      ["item", ["Lineitem sku", "sku=2"]],
    ]),
    since: "26w",
    memory: "800MB",
    verbose: false,
  });
});

test.each([
  [["--columns", "order"], "--columns order: KEY=NAME is needed"],
  [["--columns", "colour=x"], "one of order, item, quantity"],
  [["--columns", "item="], "--columns item="],
  [["--since", "half a year"], "--since half a year"],
  [["--since", "2024-13-01"], "--since 2024-13-01"],
  [["--since", "0d"], "--since 0d"],
  [["--memory", "much"], "--memory much"],
])("order option %j is refused by name", (args, message) => {
  expect(() => readTrainOptions(["--orders", "a", "--out", "d", ...args])).toThrow(message);
});

test("events come from files and from collectors, one of which may ask for a token", () => {
  const args = ["--orders", "a", "--events", "b.jsonl", "https://c.example", "--token", "t", "--out", "d"];
  expect(readTrainOptions(args)).toMatchObject({ events: ["b.jsonl", "https://c.example"], token: "t" });
  expect(() => readTrainOptions(["--orders", "a", "--out", "d", "--events", "b.jsonl", "--token", "t"])).toThrow(
    "--token is for --events URL",
  );
  expect(() => readTrainOptions(["--events", "b.jsonl", "--out", "d"])).toThrow("--orders FILE or --catalogue FILE is needed");
});

test("asks for help", () => {
  expect(readTrainOptions(["--help"])).toBe("help");
});
