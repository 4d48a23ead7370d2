import { afterEach, describe, expect, it, vi } from "vitest";
import { openRules } from "../../../../widget/browser/flow/openRules.ts";
import { said } from "../../../../widget/browser/lib/say.ts";
import { createModel, type Model, type ModelPart } from "../../../../widget/browser/model/createModel.ts";
import type { Entry, FoldedRule } from "../../../../widget/types/model.ts";
import type { Attributes } from "../../../../widget/types/product.ts";
import { aManifest } from "../../../support/aManifest.ts";
import { aCart, aContext, aLine, aProduct } from "../../../support/builders.ts";

const catalogue = new Map(["case", "charger"].map((id) => [id, aProduct({ id })]));

function aModel() {
  const asked: (readonly string[])[] = [];
  const part = { product: (id: string) => catalogue.get(id), entry: () => undefined } as unknown as ModelPart;
  const model: Model = { load: async (keys) => (asked.push([...keys]), part), read: async () => undefined, build: () => undefined };
  return { asked, model };
}

async function offered(rules: unknown): Promise<readonly string[]> {
  const found = await (await openRules(rules, aModel().model)).recommend(aContext(), new AbortController().signal);
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

  it("leaves a wrong target of a rule out and keeps the rule", async () => {
    vi.spyOn(console, "info").mockReturnValue();
    const rules = await openRules([{ from: {}, never: ["a", 5, { category: "" }, { category: "Used" }] }], undefined);
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

  it("reads ahead what rules may lead to from these products, eight keys at most", async () => {
    const { asked, model } = aModel();
    const many = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const rules = await openRules(
      [
        { from: { product: "phone" }, with: many },
        { from: { product: "other" }, with: ["x"] },
      ],
      model,
    );
    rules.ahead(["phone"]);
    expect(asked).toEqual([many.slice(0, 8)]);
  });

  it("forbids nothing and reads nothing ahead without a model or a rule that starts here", async () => {
    const rules = await openRules([{ from: { product: "other" }, never: ["case"], with: ["charger"] }], undefined);
    rules.ahead(["other"]);
    expect(rules.never(aContext())).toEqual({ products: new Set(), categories: new Set() });
  });

  describe("that the model carries", () => {
    const folded = (at: number, product: string): FoldedRule => ({ at, with: [product] });
    const entries: Readonly<Record<string, Entry>> = {
      phone: { rules: [folded(2, "charger"), { at: 3, attribute: { memory: "64 GB" }, never: ["case"] }] },
      "rules:*": { rules: [folded(0, "case")] },
    };
    const cards = { phone: { title: "Phone" }, case: { title: "Case" }, charger: { title: "Charger" } };
    const shop = (manifest: object) => {
      const asked: string[] = [];
      const files: Readonly<Record<string, unknown>> = { "m/manifest.json": aManifest(manifest), "m/b/0.json": { entries, cards } };
      const get = async (file: string) => {
        asked.push(file);
        return files[file] ?? Promise.reject(new Error("404"));
      };
      return { asked, model: createModel({ address: "m", get }) };
    };
    const carried = { rules: { folded: 3, everywhere: 1 } };

    it("are those of the products that are here and those of every product, in the merchant's order", async () => {
      const { model } = shop(carried);
      await model.load(["phone"]);
      const rules = await openRules("model", model);
      const found = await rules.recommend(aContext(), new AbortController().signal);
      expect(found.map(({ product, score }) => [product.id, score])).toEqual([
        ["case", 1000],
        ["charger", 999],
      ]);
    });

    it("forbid what they forbid where the variant is the one they ask for", async () => {
      const { model } = shop(carried);
      await model.load(["phone"]);
      const rules = await openRules("model", model);
      const cart = (options: Attributes) => aContext({ cart: aCart(aLine({ options })) });
      expect(rules.never(cart({ memory: "64 GB" })).products).toEqual(new Set(["case"]));
      expect(rules.never(cart({ memory: "128 GB" })).products).toEqual(new Set());
    });

    it("ask for a file of their own only where some start at every product", async () => {
      const { asked, model } = shop({ rules: { folded: 3, everywhere: 0 } });
      await openRules("model", model);
      expect(asked).toEqual(["m/manifest.json"]);
    });

    it("let nothing be offered while they cannot be read, and are read again the next time", async () => {
      const { model } = shop(carried);
      let isDown = true;
      const load: Model["load"] = (...asked) => (isDown ? Promise.reject(new Error("offline")) : model.load(...asked));
      const rules = await openRules("model", { ...model, load });
      expect(() => rules.never(aContext())).toThrow("cannot be read");
      isDown = false;
      rules.ahead(["phone"]);
      await vi.waitFor(() => expect(rules.never(aContext()).products).toEqual(new Set()));
    });

    it.each([
      [{}, true, "the model carries no rules. Train it with --rules FILE."],
      [{}, false, 'rules are "model", and there is none. Name its folder in model.'],
    ])("are missed in words where there are none (%j, model: %j)", async (manifest, isThere, message) => {
      vi.spyOn(console, "info").mockReturnValue();
      const rules = await openRules("model", isThere ? shop(manifest).model : undefined);
      expect(await rules.recommend(aContext(), new AbortController().signal)).toEqual([]);
      expect([...said]).toEqual([message]);
    });
  });
});
