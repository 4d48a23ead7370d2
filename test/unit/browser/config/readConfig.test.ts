import { describe, expect, it, vi } from "vitest";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";

const DEFAULTS = {
  enabled: true,
  shop: "shop",
  platform: { cartUrls: [], cartEvents: [], own: {} },
  sources: [{ name: "rules" }, { name: "model" }],
  placements: {},
  pressure: { offers: 8, repeats: 3 },
  priceBand: 1.25,
  popular: false,
  texts: {},
  money: {},
  theme: { scheme: "auto" },
  dataLayer: true,
  consent: "required",
  experiment: { holdout: 0 },
};

describe("readConfig", () => {
  it("fills every default in", () => {
    expect(readConfig({})).toEqual([DEFAULTS, false]);
  });

  it("takes nothing given as no fault", () => {
    expect(readConfig(undefined)).toEqual([DEFAULTS, false]);
  });

  it.each([[null], [[]], ["text"], [7], [true], [() => 0], [Symbol("s")], [10n]])("gives the defaults for %s, which is a fault", (raw) => {
    expect(readConfig(raw)).toEqual([DEFAULTS, true]);
  });

  it("gives the defaults for an object that throws when it is read, which is a fault", () => {
    const hostile = {
      get shop(): string {
        throw new Error("no");
      },
    };
    expect(readConfig(hostile)).toEqual([DEFAULTS, true]);
  });

  it("keeps everything that is right as it is written", () => {
    const raw = {
      enabled: "preview",
      shop: "Aster",
      platform: { name: "opencart", cartUrls: ["/cart"], cartEvents: ["cart:changed"], hear: "wrap", own: { drawer: "#mini" } },
      model: "/goeswith/",
      sources: [{ name: "http", url: "https://r.example/recommend", timeout: 300 }, { name: "shop" }, { name: "model" }],
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
      texts: { lang: "nl", goesWith: "Past erbij" },
      money: { locale: "de-CH", currencyDisplay: "code", trailingZeroDisplay: "stripIfInteger" },
      theme: { scheme: "dark", accent: "#f00", onAccent: "white", radius: "4px", font: "serif", density: "roomy" },
      report: { url: "https://c.example/v1/events" },
      dataLayer: false,
      consent: "not-needed",
      experiment: { holdout: "auto" },
    };
    expect(readConfig(raw)).toEqual([raw, false]);
  });

  it("edits nothing it is given", () => {
    const raw = Object.freeze({
      platform: "markup",
      sources: Object.freeze(["rules"]),
      rules: Object.freeze([Object.freeze({ from: 1 })]),
    });
    expect(() => readConfig(raw)).not.toThrow();
    expect(raw.sources).toEqual(["rules"]);
  });

  it("writes short forms out", () => {
    const [config, isFaulty] = readConfig({ platform: "own", sources: ["model", { name: "rules" }, { name: "http", url: "/r" }] });
    expect(isFaulty).toBe(false);
    expect(config.platform).toEqual({ name: "own", cartUrls: [], cartEvents: [], own: {} });
    expect(config.sources).toEqual([{ name: "model" }, { name: "rules" }, { name: "http", url: "/r", timeout: 800 }]);
  });

  it("lets the key stand by which editors find the schema", () => {
    expect(readConfig({ $schema: "./goeswith.schema.json" })[1]).toBe(false);
  });
});

describe("a wrong value", () => {
  it("is replaced by its default and leaves its neighbours alone", () => {
    const [config, isFaulty] = readConfig({
      priceBand: 0,
      pressure: { offers: "8", repeats: 5 },
      placements: { cart: { limit: 0, title: "Also" } },
      report: {},
    });
    expect(isFaulty).toBe(true);
    expect(config.priceBand).toBe(1.25);
    expect(config.pressure).toEqual({ offers: 8, repeats: 5 });
    expect(config.placements).toEqual({ cart: { title: "Also" } });
    expect(config).not.toHaveProperty("report");
  });

  it("in a text leaves the other texts", () => {
    expect(readConfig({ texts: { add: 1, swap: "Take it" } })[0].texts).toEqual({ swap: "Take it" });
  });
});

describe("an unknown key", () => {
  it("is left out, which is a fault", () => {
    expect(readConfig({ shp: "x", theme: { colour: "red" } })).toEqual([DEFAULTS, true]);
  });
});

describe("a list", () => {
  it("leaves a wrong source out and keeps the others", () => {
    const [config, isFaulty] = readConfig({ sources: ["modle", "rules", { name: "http" }, { name: "http", url: "/r", timeout: 49 }, 3] });
    expect(config.sources).toEqual([{ name: "rules" }, { name: "http", url: "/r", timeout: 800 }]);
    expect(isFaulty).toBe(true);
  });
});

describe("the rules", () => {
  it("stay as they were given, whatever that is", () => {
    const rules = [{ from: 1 }, null];
    expect(readConfig({ rules })).toEqual([{ ...DEFAULTS, rules }, false]);
  });
});

describe("row 101: a hostile key", () => {
  it.each([
    '{"__proto__": {"polluted": 1}}',
    '{"constructor": {"prototype": {"polluted": 1}}}',
    '{"texts": {"__proto__": {"polluted": 1}, "constructor": "x"}}',
    '{"texts": {"__proto__": "polluted"}}',
    '{"placements": {"__proto__": {"polluted": 1}, "cart": {"__proto__": {"polluted": 1}}}}',
    '{"sources": ["__proto__", "constructor", {"name": "__proto__"}]}',
    '{"platform": "__proto__"}',
  ])("reaches no prototype: %s", (json) => {
    const [config] = readConfig(JSON.parse(json));
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
    expect(read).toEqual([{ ...DEFAULTS, priceBand: 2 }, false]);
    expect(touched).not.toHaveBeenCalled();
  });
});

describe("row 97 and 98: hostile values", () => {
  it("keeps markup as plain text", () => {
    const title = '"><img src=x onerror="window.__x=1">';
    expect(readConfig({ shop: title, placements: { cart: { title } } })[0]).toMatchObject({ shop: title, placements: { cart: { title } } });
  });

  it.each([
    "javascript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "https:evil",
    "file:///etc",
  ])("takes %j for no address", (address) => {
    const [config, isFaulty] = readConfig({ model: address, report: { url: address }, sources: [{ name: "http", url: address }] });
    expect(config).not.toHaveProperty("model");
    expect(config).not.toHaveProperty("report");
    expect(config.sources).toEqual([]);
    expect(isFaulty).toBe(true);
  });
});
