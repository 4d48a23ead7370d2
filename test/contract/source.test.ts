import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createModel } from "../../widget/browser/model/createModel.ts";
import { givenRules } from "../../widget/browser/sources/givenRules.ts";
import { openSources, sources } from "../../widget/browser/sources/index.ts";
import type { SourceConfig } from "../../widget/types/config.ts";
import type { Candidate, For, OfferContext } from "../../widget/types/offer.ts";
import type { Source } from "../../widget/types/source.ts";
import type { Platform } from "../../widget/types/platform.ts";
import { aCart, aContext, aLine, aProduct } from "../support/builders.ts";
import { aManifest } from "../support/aManifest.ts";

const phone = { title: "Aster 9", price: 49900, categories: ["Phones"] };
const files: Readonly<Record<string, unknown>> = {
  "/m/manifest.json": aManifest(),
  "/m/b/head.json": { best: [["lamp", 9]], cards: { lamp: { title: "Lamp" } } },
  "/m/b/0.json": {
    entries: {
      phone: {
        with: [["case", 100, 9, 25]],
        instead: [{ id: "phone-2", score: 90, differences: [{ attribute: "memory", to: "128 GB", better: true }] }],
      },
      "category:Cases": { best: ["case"] },
    },
    cards: { phone, case: { title: "Case", price: 1990 }, "phone-2": { ...phone, title: "Aster 10" } },
  },
};
const answer = {
  currency: "EUR",
  candidates: [
    { id: "case", kind: "cross-sell", for: "phone", score: 1, card: { title: "Case", price: 1990 } },
    { id: "phone-2", kind: "up-sell", for: "phone", score: 1, card: { title: "Aster 10" } },
  ],
};

/** What the shop itself relates. */
const related: NonNullable<Platform["related"]> = async (ids, relation) => {
  const product = aProduct(relation === "with" ? { id: "case", title: "Case" } : { id: "phone-2", title: "Aster 10" });
  return ids.includes("phone") ? [{ of: "phone", product }] : [];
};

/** A configuration under which each source has something to say. */
const configs: { readonly [N in keyof typeof sources]: Extract<SourceConfig, { name: N }> } = {
  rules: { name: "rules" },
  model: { name: "model" },
  shop: { name: "shop" },
  http: { name: "http", url: "https://r.example/recommend", timeout: 800 },
};

function open(name: keyof typeof sources): Source {
  const model = createModel({ address: "/m", get: async (address) => files[address] ?? Promise.reject(new Error("404")) });
  const rules = [{ from: { product: "phone" }, with: ["case", { category: "Cases" }], instead: ["phone-2"], text: "Ours" }];
  const setup = { shop: "Aster", rules: Promise.resolve(givenRules(rules, model)), model, platform: { related }, popular: true };
  const [source] = openSources([configs[name]], setup);
  if (!source) throw new Error(`${name} did not open`);
  return source;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !(value instanceof Map)) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

const inCart = aContext({ cart: aCart(aLine({ key: "l1" }), aLine({ key: "l2", product: "unknown" })) });

const contexts: Readonly<Record<string, OfferContext>> = {
  "a cart": inCart,
  "a product in view": aContext({
    cart: aCart(),
    page: { step: "product", locale: "en", view: aProduct({ id: "phone", title: "Aster 9" }) },
  }),
  "a cart and a product in view": aContext({ page: { step: "product", locale: "en", view: aProduct({ id: "phone", title: "Aster 9" }) } }),
  "nothing at all": aContext({ cart: aCart() }),
  "ids that are names of Object's own": aContext({
    cart: aCart(aLine({ product: "__proto__" }), aLine({ key: "constructor", product: "constructor" })),
  }),
};

const forsOf = (candidate: Candidate): readonly For[] => (candidate.kind === "cross-sell" ? candidate.goesWith : [candidate.insteadOf]);

/** What the type cannot promise of a candidate; each that is broken by name. */
function brokenPromises(candidate: Candidate, { cart, page }: OfferContext): readonly string[] {
  const { product, score, because } = candidate;
  const { price } = product;
  const isHere = (what: For) => ("line" in what ? cart.lines.some(({ key }) => key === what.line) : what.product === page.view?.id);
  const promises: Readonly<Record<string, boolean>> = {
    "has an id and a title": !!product.id && !!product.title,
    "has a finite score": Number.isFinite(score),
    "has reasons, if none": Array.isArray(because),
    "has a price in whole minor units of a currency":
      !price || (Number.isSafeInteger(price.minor) && price.minor >= 0 && /^[A-Z]{3}$/.test(price.currency)),
    "is for what is here": forsOf(candidate).every(isHere),
  };
  return Object.keys(promises).filter((promise) => !promises[promise]);
}

beforeEach(() => {
  vi.stubGlobal("fetch", async (_: unknown, init: RequestInit) => {
    init.signal?.throwIfAborted();
    return new Response(JSON.stringify(answer));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(Object.keys(sources) as (keyof typeof sources)[])("the source %s", (name) => {
  const ask = (context: OfferContext, signal = new AbortController().signal) => open(name).recommend(deepFreeze(context), signal);

  it("is called what the configuration calls it", () => {
    expect(open(name).name).toBe(name);
  });

  it("proposes both kinds where it knows them", async () => {
    const found = await ask(inCart);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["cross-sell", "up-sell"]));
    expect(found.map(({ source }) => source)).toEqual(found.map(() => name));
  });

  it.each(Object.entries(contexts))("gives sound candidates for %s, and edits nothing", async (_, context) => {
    const before = structuredClone(context);
    const found = await ask(context);
    expect(found.flatMap((candidate) => brokenPromises(candidate, context))).toEqual([]);
    expect(context).toEqual(before);
  });

  it("gives the same answer to the same question", async () => {
    expect(await ask(inCart)).toEqual(await ask(inCart));
  });

  it("rejects or says nothing when the pass was over before it began", async () => {
    const over = AbortSignal.abort();
    expect(await ask(inCart, over).catch(() => [])).toEqual([]);
  });

  it("rejects or says nothing when the pass ends while it is asked", async () => {
    const pass = new AbortController();
    const asking = ask(inCart, pass.signal);
    pass.abort();
    expect(await asking.catch(() => [])).toEqual([]);
  });

  it("never throws but by rejecting, even when nothing can be fetched", async () => {
    vi.stubGlobal("fetch", () => {
      throw new Error("no network");
    });
    const asking = ask(inCart);
    expect(asking).toBeInstanceOf(Promise);
    await asking.catch(() => []);
  });
});

describe("the registry", () => {
  const http = { name: "http", url: "/r", timeout: 800 } as const;
  const model = createModel({ address: "/m", get: async (address) => files[address] });
  const cross = (name: string): Source => ({
    name,
    recommend: async () => [{ kind: "cross-sell", product: aProduct(), score: 1, source: name, goesWith: [{ line: "l1" }], because: [] }],
  });
  const setup = { shop: "Aster", rules: Promise.resolve(cross("rules")), model, platform: {}, popular: false };
  const ask = async (opened: readonly Source[], signal = new AbortController().signal) =>
    (await Promise.all(opened.map((source) => source.recommend(inCart, signal)))).flatMap((found) => found.map(({ source }) => source));

  it("opens no source that has nothing to ask", () => {
    expect(openSources([{ name: "rules" }, { name: "model" }], { ...setup, rules: undefined, model: undefined })).toEqual([]);
  });

  it("asks the shop beside the others, and in place of a model where there is none", () => {
    const names = (configured: readonly SourceConfig[], own: Partial<typeof setup>) =>
      openSources(configured, { ...setup, platform: { related }, ...own }).map(({ name }) => name);
    expect(names([{ name: "shop" }, { name: "model" }], {})).toEqual(["shop", "model"]);
    expect(names([{ name: "rules" }, { name: "model" }], { model: undefined as never })).toEqual(["rules", "shop"]);
  });

  it("offers the best-known products where popularity alone may be, and asks for none otherwise", async () => {
    const asked = vi.fn(async (address: string) => files[address]);
    const open = (popular: boolean) =>
      openSources([{ name: "model" }], { ...setup, model: createModel({ address: "/m", get: asked }), popular });
    const nothing = aContext({ cart: aCart() });
    const signal = new AbortController().signal;
    expect(await open(false)[0]?.recommend(nothing, signal)).toEqual([]);
    expect(asked).not.toHaveBeenCalledWith("/m/b/head.json");
    const found = await open(true)[0]?.recommend(nothing, signal);
    expect(found?.map(({ product }) => product.id)).toEqual(["lamp"]);
  });

  it("asks the rules always, wherever they stand, and of the others the first that answers", async () => {
    const opened = openSources([http, { name: "rules" }, { name: "model" }], setup);
    expect(opened.map(({ name }) => name)).toEqual(["rules", "http"]);
    expect(new Set(await ask(opened))).toEqual(new Set(["rules", "http"]));
  });

  it("asks no other where one answers, even with nothing", async () => {
    vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ currency: "EUR", candidates: [] })));
    expect(await ask(openSources([http, { name: "model" }], setup))).toEqual([]);
  });

  it("asks the next source where one fails", async () => {
    vi.stubGlobal("fetch", async () => new Response("down", { status: 503 }));
    expect(new Set(await ask(openSources([http, http, { name: "model" }], setup)))).toEqual(new Set(["model"]));
  });

  it("asks nobody else once the pass is over", async () => {
    const over = AbortSignal.abort();
    await expect(ask(openSources([http, { name: "model" }], setup), over)).rejects.toThrow();
  });
});
