import { afterEach, describe, expect, it, vi } from "vitest";
import type { Said } from "../../../../../widget/types/consent.ts";
import type { ConsentLevel } from "../../../../../widget/types/options.ts";
import type { Stop } from "../../../../../widget/types/platform.ts";
import { createConsent } from "../../../../../widget/browser/events/consent.ts";
import { openSignals, strictest } from "../../../../../widget/browser/events/signals/index.ts";
import { openStore } from "../../../../../widget/browser/lib/storage.ts";

const stops: Stop[] = [];
const read = (changed: () => void = () => {}): (() => Said | undefined) => {
  const signals = openSignals(changed);
  stops.push(signals.stop);
  return signals.read;
};

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  localStorage.clear();
});

const yes = { analytics_storage: "granted", personalization_storage: "granted" };
const no = { analytics_storage: "denied", personalization_storage: "denied" };
const calls = (...list: readonly unknown[][]) => ({
  dataLayer: list.map((call) =>
    (function () {
      return arguments;
    })(...(call as [])),
  ),
});
const google = (entries: object) => ({ google_tag_data: { ics: { entries } } });
const purposes = (...allowed: readonly number[]) => ({ consents: Object.fromEntries(allowed.map((one) => [one, true])) });
const tcf = (data: object | null, isRight = true) => ({
  __tcfapi: (command: string, _: number, heard: (data: unknown, isRight: boolean) => void) => {
    if (command === "addEventListener") heard(data && { listenerId: 1, eventStatus: "tcloaded", ...data }, isRight);
  },
});
const wordpress = (type: string | undefined, ...allowed: readonly string[]) => ({
  wp_consent_type: type,
  wp_has_consent: (category: string) => !type || allowed.includes(category),
});
const shopify = (analytics: boolean, preferences: boolean) => ({
  Shopify: { customerPrivacy: { analyticsProcessingAllowed: () => analytics, preferencesProcessingAllowed: () => preferences } },
});
const gpc = { navigator: { globalPrivacyControl: true } };

const cases: readonly (readonly [page: string, globals: object, said: Said | undefined])[] = [
  ["no signal", {}, undefined],
  ["Global Privacy Control", gpc, "none"],
  ["Consent Mode, denied beforehand", calls(["consent", "default", no]), "waiting"],
  ["Consent Mode, granted beforehand", calls(["consent", "default", yes]), "remember"],
  ["Consent Mode, all granted", calls(["consent", "default", no], ["consent", "update", yes]), "remember"],
  ["Consent Mode, statistics alone", calls(["consent", "default", no], ["consent", "update", { analytics_storage: "granted" }]), "measure"],
  ["Consent Mode, granted and taken back", calls(["consent", "update", yes], ["consent", "update", no]), "none"],
  ["Consent Mode, answered before what holds beforehand", calls(["consent", "update", yes], ["consent", "default", no]), "remember"],
  ["Consent Mode, denied in one region", calls(["consent", "default", yes], ["consent", "default", { ...no, region: ["DE"] }]), "waiting"],
  [
    "Consent Mode, denied in one region, and Google knows it is another one",
    { ...calls(["consent", "default", { ...no, region: ["DE"] }]), ...google({ analytics_storage: { default: true } }) },
    "measure",
  ],
  ["Consent Mode, of advertising only", calls(["consent", "update", { ad_storage: "granted", ad_user_data: "granted" }]), undefined],
  ["Consent Mode, advertising denied", calls(["consent", "update", { ...yes, ad_storage: "denied" }]), "remember"],
  ["Consent Mode as arrays", { dataLayer: [["consent", "update", yes]] }, "remember"],
  [
    "a dataLayer of other things",
    { dataLayer: [null, 7, "consent", { event: "gtm.js" }, ["js", new Date()], ["consent", "update", 3]] },
    undefined,
  ],
  ["a picture of the name dataLayer", { dataLayer: document.createElement("img") }, undefined],
  ["a banner of Google's tag manager, before the answer", google({ analytics_storage: { default: false } }), "waiting"],
  ["a banner of Google's tag manager, a yes", google({ analytics_storage: { default: false, update: true } }), "measure"],
  ["a banner of Google's tag manager, a no", google({ analytics_storage: { default: true, update: false } }), "none"],
  ["Google stricter than dataLayer", { ...calls(["consent", "update", yes]), ...google({ analytics_storage: { update: false } }) }, "none"],
  ["something else in Google's place", { google_tag_data: { ics: { entries: { analytics_storage: { default: "granted" } } } } }, undefined],
  ["TCF, a stub", { __tcfapi: () => {} }, "waiting"],
  ["TCF, all purposes", tcf({ purpose: purposes(1, 5, 6, 8) }), "remember"],
  ["TCF, measuring content", tcf({ purpose: purposes(1, 8) }), "measure"],
  ["TCF, advertising only", tcf({ purpose: purposes(1, 2, 3, 4, 7) }), "none"],
  ["TCF, no purpose", tcf({ purpose: purposes() }), "none"],
  ["TCF, the banner stands", tcf({ purpose: purposes(), eventStatus: "cmpuishown" }), "waiting"],
  ["TCF, the banner stands again after a yes", tcf({ purpose: purposes(1, 8), eventStatus: "cmpuishown" }), "measure"],
  ["TCF, not for this shopper", tcf({ gdprApplies: false }), undefined],
  ["TCF, failed", tcf(null, false), "waiting"],
  ["WP Consent API without a banner", wordpress(undefined), undefined],
  ["WP Consent API, a no", wordpress("optin"), "none"],
  ["WP Consent API, statistics", wordpress("optin", "statistics"), "measure"],
  ["WP Consent API, preferences alone", wordpress("optin", "preferences"), "none"],
  ["WP Consent API, both", wordpress("optout", "statistics", "preferences"), "remember"],
  ["Shopify, a no", shopify(false, true), "none"],
  ["Shopify, statistics", shopify(true, false), "measure"],
  ["Shopify, both", shopify(true, true), "remember"],
  ["Shopify, not loaded yet", { Shopify: { loadFeatures() {} } }, "waiting"],
  ["Shopify without the way to load it", { Shopify: {} }, undefined],
  ["a form of the name Shopify", { Shopify: document.createElement("form") }, undefined],
  [
    "a signal that throws",
    {
      wp_consent_type: "optin",
      wp_has_consent: () => {
        throw new Error("broken");
      },
    },
    "waiting",
  ],
  ["two that contradict each other", { ...shopify(true, true), ...tcf({ purpose: purposes() }) }, "none"],
  ["one that is late beside one that allows", { ...shopify(true, true), __tcfapi: () => {} }, "waiting"],
  ["everything allowed against Global Privacy Control", { ...shopify(true, true), ...calls(["consent", "update", yes]), ...gpc }, "none"],
];

describe("row 116: what the page says", () => {
  it.each(cases)("%s", (_, globals, said) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    expect(read()()).toBe(said);
  });

  it("is the strictest of all, in any order", () => {
    expect(strictest("remember", undefined, "measure")).toBe("measure");
    expect(strictest("measure", "waiting")).toBe("waiting");
    expect(strictest("waiting", "none", "remember")).toBe("none");
    expect(strictest()).toBeUndefined();
  });
});

describe("a signal that comes late or changes", () => {
  it("is heard within a second wherever it has no event of its own", () => {
    vi.useFakeTimers();
    const changed = vi.fn();
    read(changed);
    vi.advanceTimersByTime(1000);
    expect(changed.mock.calls.length).toBeGreaterThan(1);
  });

  it("Consent Mode is followed when the list is shortened from its front, and nothing of it is wrapped", () => {
    const { dataLayer } = calls(["consent", "default", no], ["consent", "update", yes], ["event", "x"]);
    vi.stubGlobal("dataLayer", dataLayer);
    const { push } = dataLayer;
    const said = read();
    expect(said()).toBe("remember");
    dataLayer.splice(0, 2);
    expect(said()).toBe("remember");
    dataLayer.push(...calls(["consent", "update", no]).dataLayer);
    expect(said()).toBe("none");
    expect(dataLayer.push).toBe(push);
    expect(Object.keys(dataLayer)).toEqual(["0", "1"]);
  });

  it.each(["wp_listen_for_consent_change", "wp_consent_type_defined", "visitorConsentCollected"])(
    "%s is heard at once, until it is stopped",
    (event) => {
      vi.useFakeTimers();
      const changed = vi.fn();
      const signals = openSignals(changed);
      document.dispatchEvent(new CustomEvent(event));
      expect(changed).toHaveBeenCalledTimes(1);
      signals.stop();
      document.dispatchEvent(new CustomEvent(event));
      vi.advanceTimersByTime(1000);
      expect(changed).toHaveBeenCalledTimes(1);
    },
  );

  it("TCF is asked once, tells every answer, and is let go", () => {
    const asked: unknown[][] = [];
    vi.stubGlobal("__tcfapi", (...call: unknown[]) => void asked.push(call));
    const changed = vi.fn();
    const signals = openSignals(changed);
    stops.push(signals.stop);
    expect([signals.read(), signals.read()]).toEqual(["waiting", "waiting"]);
    expect(asked).toHaveLength(1);
    const heard = asked[0]![2] as (data: object, isRight: boolean) => void;
    heard({ listenerId: 7, eventStatus: "useractioncomplete", purpose: purposes(1, 8) }, true);
    expect([signals.read(), changed.mock.calls.length]).toEqual(["measure", 1]);
    signals.stop();
    expect(asked[1]!.slice(0, 2)).toEqual(["removeEventListener", 2]);
    expect(asked[1]![3]).toBe(7);
  });

  it("Shopify's part is asked for once", () => {
    const loadFeatures = vi.fn();
    vi.stubGlobal("Shopify", { loadFeatures });
    const said = read();
    said();
    said();
    expect(loadFeatures.mock.calls.map(([features]) => features as unknown)).toEqual([[{ name: "consent-tracking-api", version: "0.1" }]]);
  });
});

describe("the level", () => {
  const levels: readonly (readonly [
    page: string,
    consent: "required" | "not-needed",
    globals: object,
    own: ConsentLevel | undefined,
    ConsentLevel,
  ])[] = [
    ["no signal", "required", {}, undefined, "none"],
    ["no signal, none needed", "not-needed", {}, undefined, "measure"],
    ["a signal alone", "required", shopify(true, true), undefined, "remember"],
    ["a signal that is late, none needed", "not-needed", { __tcfapi: () => {} }, undefined, "none"],
    ["a no, none needed", "not-needed", shopify(false, false), undefined, "none"],
    ["a no against goesWith", "required", shopify(false, false), "remember", "none"],
    ["goesWith against a yes", "required", shopify(true, true), "none", "none"],
    ["goesWith stricter than a yes", "required", shopify(true, true), "measure", "measure"],
    ["TCF for another region, none needed", "not-needed", tcf({ gdprApplies: false }), undefined, "measure"],
  ];
  it.each(levels)("row 116: %s (%s)", (_, config, globals, own, level) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    const consent = createConsent({ config: { consent: config }, store: openStore("local") });
    stops.push(consent.stop);
    if (own) consent.set(own);
    expect(consent.level()).toBe(level);
  });

  it("a signal that is only late is no refusal, one that says no is", () => {
    vi.useFakeTimers();
    vi.stubGlobal("dataLayer", calls(["consent", "default", no]).dataLayer);
    const consent = createConsent({ config: { consent: "required" }, store: openStore("local") });
    stops.push(consent.stop);
    const [levels, refused]: [ConsentLevel[], () => void] = [[], vi.fn()];
    consent.subscribe((level) => levels.push(level));
    consent.refused(refused);
    expect(refused).not.toHaveBeenCalled();
    const { dataLayer } = window as unknown as { dataLayer: unknown[] };
    dataLayer.push(["consent", "update", yes]);
    vi.advanceTimersByTime(1000);
    dataLayer.push(["consent", "update", no]);
    vi.advanceTimersByTime(1000);
    expect(levels).toEqual(["none", "remember", "none"]);
    expect(refused).toHaveBeenCalledTimes(1);
  });
});
