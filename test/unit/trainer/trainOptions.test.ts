import { expect, test } from "vitest";
import { readTrainOptions } from "../../../widget/trainer/trainOptions.ts";

test("takes several order files after one --orders or several", () => {
  expect(readTrainOptions(["--orders", "a", "b", "--orders", "c", "--out", "d"])).toMatchObject({
    orders: ["a", "c", "b"],
    out: "d",
    minOrders: 5,
    neighbours: 16,
    popularity: 1,
    band: { from: 1.05, to: 2 },
  });
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

test("asks for help", () => {
  expect(readTrainOptions(["--help"])).toBe("help");
});
