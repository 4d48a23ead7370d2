import { expect, test } from "vitest";
import { scoreProducts } from "../../../../widget/browser/model/score.ts";
import { aModelPart } from "../../../support/aModelPart.ts";

const value = (byte: number) => (Math.sign(byte) * byte ** 2) / 127 ** 2;
const part = aModelPart({
  entries: {
    phone: {
      with: [
        ["case", 100, 20, 25],
        ["cable", 50, 30],
        ["tablet", -60, 10],
      ],
    },
    watch: {
      with: [
        ["cable", 90, 30, 40],
        ["strap", 0, 5, "catalogue"],
      ],
    },
  },
  aliases: { "phone-black": "phone" },
});
const byId = (seeds: readonly string[]) => new Map(scoreProducts(part, seeds).map((one) => [one.id, one]));

test("adds the weights of the distinct seeds to the bias, with their signs", () => {
  const scored = byId(["phone", "watch", "phone", "phone-black"]);
  expect(scored.get("cable")?.score).toBeCloseTo(value(30) + value(50) + value(90), 12);
  expect(scored.get("tablet")?.score).toBeCloseTo(value(10) + value(-60), 12);
});

test("names the seeds that speak for a product, strongest first, with their shares", () => {
  const scored = byId(["phone", "watch"]);
  expect(scored.get("cable")?.by.map(({ seed, share }) => [seed, share])).toEqual([
    ["watch", 0.4],
    ["phone", undefined],
  ]);
  expect(scored.get("strap")?.by).toEqual([{ seed: "watch", weight: 0, catalogue: true }]);
  expect(scored.get("tablet")?.by).toEqual([]);
});

test("puts the best first and breaks ties by bias, then by id", () => {
  const even = aModelPart({
    entries: {
      phone: {
        with: [
          ["b", 0, 10],
          ["a", 0, 10],
          ["c", -10, 0],
          ["d", 0, -10],
          ["e", 0, 11],
        ],
      },
    },
  });
  expect(scoreProducts(even, ["phone"]).map(({ id }) => id)).toEqual(["e", "a", "b", "c", "d"]);
  expect(scoreProducts(part, ["phone", "watch"]).map(({ id }) => id)).toEqual(["cable", "case", "strap", "tablet"]);
});

test("a seed that the model does not know adds nothing", () => {
  expect(scoreProducts(aModelPart({}), ["nothing"])).toEqual([]);
});
