import { describe, expect, it, vi } from "vitest";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";

const paths = (raw: unknown) => readConfig(raw).faults.map(({ path }) => path);

const DEFAULTS = {
  enabled: true,
  shop: "shop",
  platform: { name: "markup", cartUrls: [], cartEvents: [] },
  sources: [{ name: "rules" }, { name: "model" }],
  placements: {},
  rules: [],
  pressure: { offers: 8, repeats: 3 },
  priceBand: 1.25,
  popular: false,
  texts: {},
  theme: { scheme: "auto" },
  dataLayer: true,
  consent: "required",
  experiment: { holdout: 0 },
};

describe("readConfig", () => {
  it("fills every default in", () => {
    expect(readConfig({})).toEqual({ config: DEFAULTS, faults: [] });
  });

  it("takes nothing given as no fault", () => {
    expect(readConfig(undefined)).toEqual({ config: DEFAULTS, faults: [] });
  });

  it.each([[null], [[]], ["text"], [7], [true], [() => 0], [Symbol("s")], [10n]])("gives the defaults and one fault for %s", (raw) => {
    const { config, faults } = readConfig(raw);
    expect(config).toEqual(DEFAULTS);
    expect(faults).toEqual([{ path: "", what: "has a wrong value", mend: "Write an object" }]);
  });

  it("gives the defaults and a fault for an object that throws when it is read", () => {
    const hostile = {
      get shop(): string {
        throw new Error("no");
      },
    };
    expect(readConfig(hostile).config).toEqual(DEFAULTS);
    expect(readConfig(hostile).faults).toHaveLength(1);
  });

  it("keeps everything that is right as it is written", () => {
    const raw = {
      enabled: "preview",
      shop: "Aster",
      platform: { name: "own", cartUrls: ["/cart"], cartEvents: ["cart:changed"] },
      model: "/goeswith/",
      sources: [{ name: "http", url: "https://r.example/recommend", timeout: 300 }, { name: "model" }],
      placements: { cart: { anchor: "#cart", position: "before", layout: "list", limit: 3, title: "Also", headingLevel: 3, off: false } },
      rules: [
        {
          from: { category: "Phones", attribute: { memory: "64 GB" } },
          with: ["case", { category: "Chargers" }],
          instead: ["phone-2"],
          never: [{ category: "Used" }],
          text: "Fits well",
          since: "2026-01-01",
          until: "2028-02-29",
          when: { loggedIn: true, group: "b2b", country: ["DE"], firstVisit: false, hours: "22-06" },
        },
      ],
      pressure: { offers: 0, repeats: 100 },
      priceBand: 1,
      popular: true,
      locale: "de",
      currency: "EUR",
      texts: { goesWith: "Passt dazu" },
      theme: { scheme: "dark", accent: "#f00", onAccent: "white", radius: "4px", font: "serif" },
      report: { url: "https://c.example/v1/events" },
      dataLayer: false,
      consent: "not-needed",
      experiment: { holdout: 1 },
    };
    expect(readConfig(raw)).toEqual({ config: raw, faults: [] });
  });

  it("edits nothing it is given", () => {
    const raw = Object.freeze({ platform: "markup", sources: Object.freeze(["rules"]), rules: Object.freeze([Object.freeze({ from: 1 })]) });
    expect(() => readConfig(raw)).not.toThrow();
    expect(raw.sources).toEqual(["rules"]);
  });

  it("writes short forms out", () => {
    const { config, faults } = readConfig({ platform: "own", sources: ["model", { name: "rules" }, { name: "http", url: "/r" }] });
    expect(faults).toEqual([]);
    expect(config.platform).toEqual({ name: "own", cartUrls: [], cartEvents: [] });
    expect(config.sources).toEqual([{ name: "model" }, { name: "rules" }, { name: "http", url: "/r", timeout: 800 }]);
  });

  it("lets the key stand by which editors find the schema", () => {
    expect(paths({ $schema: "./goeswith.schema.json" })).toEqual([]);
  });
});

describe("a wrong value", () => {
  it.each([
    [{ enabled: "yes" }, "enabled", "Write true or false or preview"],
    [{ shop: "" }, "shop", "Write /./"],
    [{ priceBand: 0.99 }, "priceBand", "Write 1 to 10"],
    [{ priceBand: 10.1 }, "priceBand", "Write 1 to 10"],
    [{ priceBand: "1.25" }, "priceBand", "Write 1 to 10"],
    [{ priceBand: Number.NaN }, "priceBand", "Write 1 to 10"],
    [{ priceBand: Infinity }, "priceBand", "Write 1 to 10"],
    [{ popular: null }, "popular", "Write true or false"],
    [{ currency: "euro" }, "currency", "Write /^[A-Z]{3}$/"],
    [{ model: "javascript:alert(1)" }, "model", "Write /^(https?:\\/\\/|[^:]+$)/"],
    [{ pressure: { offers: 2.5 } }, "pressure.offers", "Write 0 to 100"],
    [{ experiment: { holdout: 1.01 } }, "experiment.holdout", "Write 0 to 1"],
    [{ experiment: { holdout: -0.01 } }, "experiment.holdout", "Write 0 to 1"],
    [{ consent: "later" }, "consent", "Write required or not-needed"],
    [{ theme: { scheme: "red" } }, "theme.scheme", "Write auto or light or dark"],
    [{ theme: "dark" }, "theme", "Write an object"],
    [{ placements: { cart: { limit: 0 } } }, "placements.cart.limit", "Write 1 to 12"],
    [{ placements: { cart: { limit: 13 } } }, "placements.cart.limit", "Write 1 to 12"],
    [{ placements: { cart: { limit: 2.5 } } }, "placements.cart.limit", "Write 1 to 12"],
    [{ placements: { cart: { headingLevel: 1 } } }, "placements.cart.headingLevel", "Write 2 to 6"],
    [{ placements: { cart: { headingLevel: 7 } } }, "placements.cart.headingLevel", "Write 2 to 6"],
    [{ placements: { cart: [] } }, "placements.cart", "Write an object"],
    [{ platform: { cartUrls: "/cart" } }, "platform.cartUrls", "Write a list"],
    [{ rules: {} }, "rules", "Write a list"],
    [{ report: { url: "ftp://x" } }, "report.url", "Write /^(https?:\\/\\/|[^:]+$)/"],
    [{ report: {} }, "report.url", "Write /^(https?:\\/\\/|[^:]+$)/"],
    [{ texts: { add: 1 } }, "texts.add", "Write /./"],
  ])("in %j is told with its path and remedy", (raw, path, mend) => {
    const { faults } = readConfig(raw);
    expect(faults).toEqual([{ path, what: "has a wrong value", mend }]);
  });

  it("is replaced by its default and leaves its neighbours alone", () => {
    const { config } = readConfig({ priceBand: 0, pressure: { offers: "8", repeats: 5 }, placements: { cart: { limit: 0, title: "Also" } }, report: {} });
    expect(config.priceBand).toBe(1.25);
    expect(config.pressure).toEqual({ offers: 8, repeats: 5 });
    expect(config.placements).toEqual({ cart: { title: "Also" } });
    expect(config).not.toHaveProperty("report");
  });

  it("in a text leaves the other texts", () => {
    expect(readConfig({ texts: { add: 1, swap: "Take it" } }).config.texts).toEqual({ swap: "Take it" });
  });
});

describe("an unknown key", () => {
  it.each([
    [{ shp: "x" }, "shp"],
    [{ placements: { card: {} } }, "placements.card"],
    [{ placements: { cart: { max: 3 } } }, "placements.cart.max"],
    [{ toString: 1 }, "toString"],
    [{ sources: [{ name: "rules", url: "/x" }] }, "sources[0].url"],
  ])("in %j is told", (raw, path) => {
    expect(readConfig(raw).faults).toEqual([{ path, what: "is not a known key", mend: "Correct or remove it" }]);
  });
});

describe("a list", () => {
  it("leaves a wrong source out and keeps the others", () => {
    const { config, faults } = readConfig({ sources: ["modle", "rules", { name: "http" }, { name: "http", url: "/r", timeout: 49 }, 3] });
    expect(config.sources).toEqual([{ name: "rules" }, { name: "http", url: "/r", timeout: 800 }]);
    expect(faults.map(({ path }) => path)).toEqual(["sources[0].name", "sources[2].url", "sources[3].timeout", "sources[4]"]);
  });

  it.each([
    [{ with: ["a"] }, "rules[0].from"],
    [{ from: { catgory: "Phones" }, with: ["a"] }, "rules[0].from.catgory"],
    [{ from: { attribute: { memory: 64 } }, with: ["a"] }, "rules[0].from.attribute.memory"],
    [{ from: {}, untill: "2026-01-01" }, "rules[0].untill"],
    [{ from: {}, since: "2026-02-30" }, "rules[0].since"],
    [{ from: {}, since: "2026-13-01" }, "rules[0].since"],
    [{ from: {}, until: "1.2.2026" }, "rules[0].until"],
    [{ from: {}, with: "a" }, "rules[0].with"],
    [{ from: {}, when: { hours: "8-18" } }, "rules[0].when.hours"],
    [{ from: {}, when: { hours: "08-25" } }, "rules[0].when.hours"],
    [{ from: {}, when: { loggedIn: "yes" } }, "rules[0].when.loggedIn"],
  ])("leaves the rule %j out, because without its wrong part it would reach further than meant", (rule, path) => {
    const good = { from: { product: "p" }, with: ["c"] };
    const { config, faults } = readConfig({ rules: [rule, good] });
    expect(config.rules).toEqual([good]);
    expect(faults.map((fault) => fault.path)).toEqual([path]);
  });

  it("leaves a wrong target of a rule out and keeps the rule", () => {
    const { config } = readConfig({ rules: [{ from: {}, never: ["a", 5, { category: "" }, { category: "Used" }] }] });
    expect(config.rules).toEqual([{ from: {}, never: ["a", { category: "Used" }] }]);
  });
});

describe("row 101: a hostile key", () => {
  it.each([
    '{"__proto__": {"polluted": 1}}',
    '{"constructor": {"prototype": {"polluted": 1}}}',
    '{"texts": {"__proto__": {"polluted": 1}, "constructor": "x"}}',
    '{"texts": {"__proto__": "polluted"}}',
    '{"placements": {"__proto__": {"polluted": 1}, "cart": {"__proto__": {"polluted": 1}}}}',
    '{"rules": [{"from": {"attribute": {"__proto__": "polluted", "constructor": "x"}}, "with": ["__proto__"]}]}',
    '{"sources": ["__proto__", "constructor", {"name": "__proto__"}]}',
    '{"platform": "__proto__"}',
  ])("reaches no prototype: %s", (json) => {
    const { config } = readConfig(JSON.parse(json));
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect((config as unknown as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect((config.texts as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(config.sources.every(({ name }) => ["rules", "model"].includes(name))).toBe(true);
  });

  it("row 60: does not see what the page put on Object.prototype", () => {
    const shared = Object.getPrototypeOf({}) as object;
    const touched = vi.fn<() => never>(() => {
      throw new Error("touched");
    });
    Object.defineProperty(shared, "shop", { value: 7, configurable: true, enumerable: true });
    Object.defineProperty(shared, "foo", { get: touched, configurable: true, enumerable: true });
    const read = readConfig({ priceBand: 2 });
    Reflect.deleteProperty(shared, "shop");
    Reflect.deleteProperty(shared, "foo");
    expect(read).toEqual({ config: { ...DEFAULTS, priceBand: 2 }, faults: [] });
    expect(touched).not.toHaveBeenCalled();
  });
});

describe("row 97 and 98: hostile values", () => {
  it("keeps markup as plain text", () => {
    const title = '"><img src=x onerror="window.__x=1">';
    expect(readConfig({ shop: title, placements: { cart: { title } } }).config).toMatchObject({ shop: title, placements: { cart: { title } } });
  });

  it.each(["javascript:alert(1)", "\u0001javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "https:evil", "file:///etc"])(
    "takes %j for no address",
    (address) => {
      const { config, faults } = readConfig({ model: address, report: { url: address }, sources: [{ name: "http", url: address }] });
      expect(config).not.toHaveProperty("model");
      expect(config).not.toHaveProperty("report");
      expect(config.sources).toEqual([]);
      expect(faults).toHaveLength(3);
    },
  );
});
