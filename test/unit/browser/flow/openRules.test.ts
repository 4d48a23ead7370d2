import { afterEach, describe, expect, it, vi } from "vitest";
import { openRules } from "../../../../widget/browser/flow/openRules.ts";
import { said } from "../../../../widget/browser/lib/say.ts";
import type { Model, ModelPart } from "../../../../widget/browser/model/createModel.ts";
import { aContext, aProduct } from "../../../support/builders.ts";

const catalogue = new Map(["case", "charger"].map((id) => [id, aProduct({ id })]));

function aModel() {
  const asked: (readonly string[])[] = [];
  const part = { product: (id: string) => catalogue.get(id), entry: () => undefined } as unknown as ModelPart;
  const model: Model = { load: async (keys) => (asked.push([...keys]), part), read: async () => undefined };
  return { asked, model };
}

async function offered(rules: unknown): Promise<readonly string[]> {
  const found = await openRules(rules, aModel().model).recommend(aContext(), new AbortController().signal);
  return found.map(({ product }) => product.id);
}

afterEach(() => {
  said.clear();
  vi.restoreAllMocks();
});

describe("openRules", () => {
  it("proposes what the rules lead to", async () => {
    expect(await offered([{ from: { product: "phone" }, with: ["case"], when: {}, since: "2026-01-01", text: "Fits well" }])).toEqual([
      "case",
    ]);
  });

  it.each([
    [{ with: ["case"] }, "rules[0].from"],
    [{ from: { catgory: "Phones" }, with: ["case"] }, "rules[0].from.catgory"],
    [{ from: { attribute: { memory: 64 } }, with: ["case"] }, "rules[0].from.attribute.memory"],
    [{ from: {}, with: ["case"], untill: "2026-01-01" }, "rules[0].untill"],
    [{ from: {}, with: ["case"], since: "2026-02-30" }, "rules[0].since"],
    [{ from: {}, with: ["case"], since: "2026-13-01" }, "rules[0].since"],
    [{ from: {}, with: ["case"], until: "1.2.2026" }, "rules[0].until"],
    [{ from: {}, with: "case" }, "rules[0].with"],
    [{ from: {}, with: ["case"], when: { hours: "8-18" } }, "rules[0].when.hours"],
    [{ from: {}, with: ["case"], when: { hours: "08-25" } }, "rules[0].when.hours"],
    [{ from: {}, with: ["case"], when: { loggedIn: "yes" } }, "rules[0].when.loggedIn"],
    [null, "rules[0]"],
  ])("leaves the rule %j out, because without its wrong part it would reach further than meant, and says so", async (rule, path) => {
    vi.spyOn(console, "info").mockReturnValue();
    expect(await offered([rule, { from: { product: "phone" }, with: ["charger"] }])).toEqual(["charger"]);
    await vi.waitFor(() => expect([...said].map((message) => message.split(" ")[0])).toContain(path));
  });

  it("leaves a wrong target of a rule out and keeps the rule", () => {
    vi.spyOn(console, "info").mockReturnValue();
    const rules = openRules([{ from: {}, never: ["a", 5, { category: "" }, { category: "Used" }] }], undefined);
    expect(rules.never(aContext())).toEqual({ products: new Set(["a"]), categories: new Set(["Used"]) });
  });

  it.each([
    [{}],
    ["text"],
    [7],
    [{ length: 3 }],
    [[[]]],
    [[{ from: {}, with: ["__proto__"] }]],
    [JSON.parse('[{"from": {"attribute": {"__proto__": "x"}}, "with": ["case"]}]')],
  ])("proposes nothing for %j and does not throw", async (rules) => {
    vi.spyOn(console, "info").mockReturnValue();
    expect(await offered(rules)).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("reads ahead what rules may lead to from these products, eight keys at most", () => {
    const { asked, model } = aModel();
    const many = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    openRules(
      [
        { from: { product: "phone" }, with: many },
        { from: { product: "other" }, with: ["x"] },
      ],
      model,
    ).ahead(["phone"]);
    expect(asked).toEqual([many.slice(0, 8)]);
  });

  it("forbids nothing and reads nothing ahead without a model or a rule that starts here", () => {
    const rules = openRules([{ from: { product: "other" }, never: ["case"], with: ["charger"] }], undefined);
    rules.ahead(["other"]);
    expect(rules.never(aContext())).toEqual({ products: new Set(), categories: new Set() });
  });
});
