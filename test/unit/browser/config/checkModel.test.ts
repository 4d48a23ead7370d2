import { expect, it } from "vitest";
import { checkModel } from "../../../../widget/browser/config/checkModel.ts";

const now = Date.UTC(2026, 5, 30, 12);
const rules = { folded: 3, everywhere: 1 };
const paths = (config: Readonly<Record<string, unknown>>, model: Parameters<typeof checkModel>[1]) =>
  checkModel(config, model, now).map(({ path }) => path);

it.each([
  ["2026-06-30", undefined, []],
  ["2026-05-31", undefined, []],
  ["2026-05-30", undefined, ["maxAge"]],
  ["2026-05-30", 31, []],
  ["2026-06-28", 1, ["maxAge"]],
  ["2026-06-28", "many", []],
  ["soon", 1, []],
])("a model of %s and a maxAge of %j: %j", (date, maxAge, found) => {
  expect(paths(maxAge === undefined ? {} : { maxAge }, { date })).toEqual(found);
});

it("says how old the model is and what to do about it", () => {
  expect(checkModel({}, { date: "2026-05-01" }, now)).toEqual([
    { path: "maxAge", what: "the model is 60 days old, more than maxAge, 30", mend: "Train the model anew, best every night" },
  ]);
});

it.each([
  [{ rules: "model" }, { rules }, []],
  [{}, {}, []],
  [{ rules: [] }, {}, []],
  [{ rules: "model" }, {}, ["rules"]],
  [{}, { rules }, ["rules"]],
  [{ rules: [{ from: {} }] }, { rules }, ["rules"]],
])("the configuration %j and a model with %j are made for one another but for %j", (config, model, found) => {
  expect(paths(config, { date: "2026-06-30", ...model })).toEqual(found);
});
