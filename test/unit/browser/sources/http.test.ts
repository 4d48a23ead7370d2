import { afterEach, describe, expect, it, vi } from "vitest";
import { createHttp } from "../../../../widget/browser/sources/http.ts";
import { aCart, aContext, aLine, aProduct } from "../../../support/builders.ts";

const answered = (over: object = {}) => ({
  id: "case",
  kind: "cross-sell",
  for: "phone",
  score: 2,
  card: { title: "Case", price: 1990 },
  ...over,
});
const answer = (...candidates: readonly unknown[]) => ({ currency: "EUR", candidates });
const context = aContext({ cart: aCart(aLine({ key: "l1", variant: "phone-64", quantity: 2 })) });

function recommender(body: unknown, { status = 200 } = {}) {
  const asked = vi.fn<typeof fetch>(async () => new Response(typeof body === "string" ? body : JSON.stringify(body), { status }));
  vi.stubGlobal("fetch", asked);
  const source = createHttp({ url: "https://r.example/recommend", timeout: 300, shop: "Aster" });
  const question = () => JSON.parse(asked.mock.calls[0]?.[1]?.body as string) as unknown;
  return { asked, question, ask: (over = context) => source.recommend(over, new AbortController().signal) };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the question", () => {
  it("is posted as the documented contract has it", async () => {
    const { ask, asked, question } = recommender(answer());
    await ask({ ...context, page: { step: "product", locale: "de", view: aProduct({ id: "case" }), variant: "case-red" } });
    const [address, init] = asked.mock.calls[0] ?? [];
    expect([address, init?.method]).toEqual(["https://r.example/recommend", "POST"]);
    expect(question()).toEqual({
      shop: "Aster",
      locale: "de",
      currency: "EUR",
      step: "product",
      view: { product: "case", variant: "case-red" },
      cart: { currency: "EUR", lines: [{ key: "l1", product: "phone", variant: "phone-64", quantity: 2 }] },
    });
  });

  it("says null where no product is in view", async () => {
    const { ask, question } = recommender(answer());
    await ask();
    expect(question()).toMatchObject({ view: null, step: "cart" });
  });

  it("is not asked about an empty cart with nothing in view", async () => {
    const { ask, asked } = recommender(answer(answered()));
    expect(await ask(aContext({ cart: aCart() }))).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe("the answer", () => {
  it("becomes candidates with money in its currency", async () => {
    const { ask } = recommender(answer(answered({ because: [{ kind: "together", share: 0.3 }] })));
    expect(await ask()).toEqual([
      {
        kind: "cross-sell",
        product: { id: "case", title: "Case", price: { minor: 1990, currency: "EUR" } },
        score: 2,
        source: "http",
        goesWith: [{ line: "l1" }],
        because: [{ kind: "together", share: 0.3 }],
      },
    ]);
  });

  it("takes a whole card over", async () => {
    const card = {
      title: "Case",
      url: "/p/case",
      image: "https://cdn.example/case.webp",
      price: 1990,
      available: false,
      categories: ["Cases"],
      brand: "B",
      tags: ["new"],
      attributes: { colour: "Red" },
      variants: [{ id: "v1", options: { colour: "Red" }, price: 2090, available: false }],
      rating: [4.5, 12],
      kind: "service",
      per: "order",
      excludes: ["x"],
      by: "Partner",
      above: 5000,
      fits: { model: ["Aster 9"] },
      requires: { mount: ["E"] },
      oneOf: { tier: ["1", "2"] },
    };
    const { ask } = recommender(answer(answered({ card, variant: "v1" })));
    const { rating: _rating, price: _price, variants: _variants, ...same } = card;
    expect(await ask()).toMatchObject([
      {
        variant: "v1",
        product: {
          ...same,
          rating: { value: 4.5, count: 12 },
          variants: [{ id: "v1", options: { colour: "Red" }, price: { minor: 2090, currency: "EUR" }, available: false }],
        },
      },
    ]);
  });

  it("up-sells once for each line and for the product in view", async () => {
    const { ask } = recommender(answer(answered({ kind: "up-sell" })));
    const cart = aCart(aLine({ key: "l1" }), aLine({ key: "l2" }));
    const found = await ask(aContext({ cart, page: { step: "product", locale: "en", view: aProduct({ id: "phone" }) } }));
    expect(found).toMatchObject([{ insteadOf: { line: "l1" } }, { insteadOf: { line: "l2" } }, { insteadOf: { product: "phone" } }]);
  });

  it("keeps every reason it knows and no other", async () => {
    const because = [
      { kind: "fits", attribute: "model", value: "Aster 9" },
      { kind: "better", differences: [{ attribute: "memory", from: "64 GB", to: "128 GB", better: true, note: 1 }, { attribute: 1 }] },
      { kind: "rule", text: "Ours", script: "x" },
      { kind: "catalogue" },
      { kind: "rating", value: 4, count: 9 },
      { kind: "popular" },
      { kind: "together", share: 2 },
      { kind: "invented" },
      { kind: "constructor" },
      "popular",
      null,
    ];
    const { ask } = recommender(answer(answered({ because })));
    expect((await ask())[0]?.because).toEqual([
      { kind: "fits", attribute: "model", value: "Aster 9" },
      { kind: "better", differences: [{ attribute: "memory", from: "64 GB", to: "128 GB", better: true }] },
      { kind: "rule", text: "Ours" },
      { kind: "catalogue" },
      { kind: "rating", value: 4, count: 9 },
      { kind: "popular" },
    ]);
  });

  it.each([
    ["no id", { id: "" }],
    ["a number as id", { id: 7 }],
    ["an unknown kind", { kind: "bundle" }],
    ["nothing it is for", { for: undefined }],
    ["a product it is for that is not here", { for: "absent" }],
    ["an up-sell of what is not here", { kind: "up-sell", for: "absent" }],
    ["no card", { card: undefined }],
    ["a card without a title", { card: { price: 1 } }],
    ["a card that is a list", { card: [] }],
    ["demands that cannot be read", { card: { title: "Case", fits: { model: "Aster 9" } } }],
  ])("leaves out a candidate with %s", async (_, over) => {
    const { ask } = recommender(answer(answered(over), answered({ id: "glass" })));
    expect((await ask()).map(({ product }) => product.id)).toEqual(["glass"]);
  });

  it("ignores fields that are unknown or wrong", async () => {
    const card = {
      title: "Case",
      price: 19.9,
      available: true,
      image: 3,
      rating: [1],
      variants: [{ options: {} }],
      tags: "new",
      minor: 1,
      id: "other",
    };
    const { ask } = recommender(
      answer(answered({ card, score: "high", because: "x", source: "evil", goesWith: [{ line: "evil" }], extra: 1 })),
    );
    expect(await ask()).toEqual([
      {
        kind: "cross-sell",
        product: { id: "case", title: "Case", variants: [] },
        score: 0,
        source: "http",
        goesWith: [{ line: "l1" }],
        because: [],
      },
    ]);
  });

  it("looks at fifty candidates at most", async () => {
    const { ask } = recommender(answer(...Array.from({ length: 80 }, (_, n) => answered({ id: `p${n}` }))));
    expect(await ask()).toHaveLength(50);
  });

  it("row 98: has no address but http(s) ones", async () => {
    const hostile = [
      "javascript:alert(1)",
      "\u0001javascript:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "https://user:pw@evil",
    ];
    const { ask } = recommender(answer(...hostile.map((url) => answered({ card: { title: "Case", url, image: url } }))));
    const found = await ask();
    expect(found).toHaveLength(hostile.length);
    for (const { product } of found) expect([product.url, product.image]).toEqual([undefined, undefined]);
  });

  it("row 101: reaches no prototype", async () => {
    const body =
      '{"currency":"EUR","__proto__":{"polluted":1},"candidates":[{"__proto__":{"polluted":1},"id":"__proto__","kind":"cross-sell","for":"phone","card":{"title":"x","attributes":{"__proto__":"polluted"},"__proto__":{"polluted":1}}}]}';
    const { ask } = recommender(body);
    const found = await ask();
    expect(found.map(({ product }) => product.id)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(found[0]?.product).not.toHaveProperty("polluted");
  });
});

describe("no use", () => {
  it.each([
    ["text that is not JSON", "<html>", "JSON"],
    ["null", "null", "no candidates"],
    ["a list", [], "no candidates"],
    ["no currency", { candidates: [] }, "no candidates"],
    ["a currency that is none", { currency: "€", candidates: [] }, "no candidates"],
    ["candidates that are no list", { currency: "EUR", candidates: {} }, "no candidates"],
  ])("rejects %s", async (_, body, message) => {
    await expect(recommender(body).ask()).rejects.toThrow(message);
  });

  it("rejects an error status", async () => {
    await expect(recommender(answer(), { status: 503 }).ask()).rejects.toThrow("503");
  });

  it("rejects when the answer takes longer than the time-out", async () => {
    vi.useFakeTimers();
    const { ask, asked } = recommender(answer());
    asked.mockImplementation(
      (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("given up")))),
    );
    const failed = ask().catch((error: unknown) => String(error));
    await vi.advanceTimersByTimeAsync(300);
    expect(await failed).toBe("Error: given up");
  });
});
