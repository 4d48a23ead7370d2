// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Effect, LiftFigures, Verdict } from "../../../../widget/types/lift.ts";
import type { ReportData } from "../../../../widget/types/report.ts";
import type { LanguageCode } from "../../../../widget/collector/report/chooseLanguage.ts";
import { LANGUAGES } from "../../../../widget/collector/report/chooseLanguage.ts";
import { DailySection } from "../../../../widget/collector/report/DailySection.tsx";
import { EffectsSection } from "../../../../widget/collector/report/EffectsSection.tsx";
import { aReport } from "../../../support/aReport.ts";
import { drawPart, drawReport, partOf, rowsOf } from "./drawReport.ts";

const KNOWN = aReport({ truth: { taking: 0.5, growth: 0.3 } });

const HARMED = aReport({ truth: { checkouts: -0.2 } });

const EFFECT: Effect = {
  ...{ measure: "revenue", currency: "EUR", verdict: "more", offers: 81_210, holdout: 78_000 },
  difference: { estimate: 3210, low: 1000, high: 5420 },
  relative: { estimate: 0.0412, low: 0.0128, high: 0.0695 },
};

const withLift = (lift: Partial<LiftFigures>): ReportData => ({ ...KNOWN, lift: { ...KNOWN.lift, ...lift } });
const withVerdict = (verdict: Verdict, over: Partial<Effect> = {}): ReportData => withLift({ effects: [{ ...EFFECT, verdict, ...over }] });

describe("the verdict in words", () => {
  const words: Readonly<Record<Verdict, Readonly<Record<LanguageCode, string>>>> = {
    more: {
      en: "MoreMore with offers: +€32.10 (+4.1%).",
      ru: "БольшеС рекомендациями больше: +32,10 € (+4,1 %).",
      pl: "WięcejZ rekomendacjami więcej: +32,10 € (+4,1%).",
    },
    less: {
      en: "LessLess with offers: +€32.10 (+4.1%).",
      ru: "МеньшеС рекомендациями меньше: +32,10 € (+4,1 %).",
      pl: "MniejZ rekomendacjami mniej: +32,10 € (+4,1%).",
    },
    same: {
      en: "No differenceNo difference that matters: whatever there is, it is under 6% either way.",
      ru: "Разницы нетЗаметной разницы нет: если она и есть, то меньше 6 % в ту или другую сторону.",
      pl: "Bez różnicyIstotnej różnicy nie ma: jeśli jakaś jest, to poniżej 6% w jedną lub drugą stronę.",
    },
    open: {
      en: "OpenNot decided yet: there may be no difference at all.",
      ru: "Пока неясноПока неясно: возможно, разницы нет вовсе.",
      pl: "Nie wiadomoJeszcze nie wiadomo: być może nie ma żadnej różnicy.",
    },
    early: {
      en: "Too earlyNot enough data yet.",
      ru: "Рано судитьДанных пока мало.",
      pl: "Za wcześnieNa razie za mało danych.",
    },
    uneven: {
      en: "UnevenA few very large orders carry this figure",
      ru: "Слишком неровноВсё решают несколько очень крупных заказов",
      pl: "Zbyt nierównoO tym wyniku decyduje kilka bardzo dużych zamówień",
    },
    unsound: {
      en: "Not comparableThe groups do not have the sizes they were drawn with",
      ru: "Нельзя сравнитьРазмеры групп не соответствуют заданным",
      pl: "Nie do porównaniaWielkości grup nie zgadzają się z losowaniem",
    },
  };
  const verdicts = Object.keys(words) as Verdict[];

  it.each(verdicts.flatMap((verdict) => LANGUAGES.map((language) => [verdict, language] as const)))("%s, %s", (verdict, language) => {
    expect(partOf(drawPart(EffectsSection, withVerdict(verdict), language), ".effect")).toContain(words[verdict][language]);
  });

  it.each([
    ["en", 1, "About 1 more visit until a difference of 6% would show."],
    ["en", 5000, "About 5,000 more visits until a difference of 6% would show."],
    ["ru", 21, "Нужен ещё примерно 21 визит, чтобы"],
    ["ru", 4200, "Нужно ещё примерно 4 200 визитов, чтобы"],
    ["ru", 3, "Нужно ещё примерно 3 визита, чтобы"],
    ["pl", 1, "Potrzeba jeszcze około 1 wizyty, aby"],
    ["pl", 5000, "Potrzeba jeszcze około 5000 wizyt, aby"],
  ] as const)("says how much is missing: %s, %i", (language, moreVisits, expected) => {
    expect(partOf(drawPart(EffectsSection, withVerdict("early", { moreVisits }), language), ".verdict")).toContain(expected);
  });

  it("says that another measure waits for revenue, though its interval leaves zero out", () => {
    const effects: readonly Effect[] = [
      { ...EFFECT, verdict: "early" },
      { ...EFFECT, measure: "averageOrder", verdict: "open" },
    ];
    expect(partOf(drawPart(EffectsSection, withLift({ effects })), ".effect:nth-of-type(2)")).toContain("Revenue is judged first.");
  });
});

describe("the comparison", () => {
  it("has the arms side by side, the difference with its interval, and a drawing of it", () => {
    const page = drawPart(EffectsSection, withVerdict("more"));
    expect(rowsOf(page, "Revenue per 1,000 visits, EUR")).toEqual([
      ["With offers", "€812"],
      ["Without offers", "€780"],
      ["Difference", "+€32.10"],
      ["95% interval", "+€10.00 to +€54.20"],
      ["In per cent", "+4.1% (+1.3% to +7%)"],
    ]);
    expect(page.querySelector(".effect svg")?.getAttribute("aria-label")).toBe(
      "Revenue per 1,000 visits, EUR: the difference and its interval",
    );
  });

  it("draws nothing where there is no interval, and lists the arms all the same", () => {
    const { difference: _, relative: __, ...early } = EFFECT;
    const page = drawPart(EffectsSection, withLift({ effects: [{ ...early, verdict: "early" }] }));
    expect(page.querySelector(".effect svg")).toBeNull();
    expect(rowsOf(page, "Revenue per 1,000 visits, EUR").map(([name]) => name)).toEqual(["With offers", "Without offers"]);
  });

  it("keeps two currencies and units without one apart", () => {
    const checkouts: Effect = {
      measure: "checkouts",
      verdict: "same",
      offers: 41.27,
      holdout: 40.9,
      difference: { estimate: 0.37, low: -1, high: 2 },
    };
    const page = drawPart(EffectsSection, withLift({ effects: [EFFECT, checkouts, { ...EFFECT, currency: "JPY" }] }));
    expect(rowsOf(page, "Revenue per 1,000 visits, JPY")[0]).toEqual(["With offers", "¥81,210"]);
    expect(rowsOf(page, "Completed checkouts per 1,000 visits").map(([, value]) => value)).toEqual(["41.3", "40.9", "+0.4", "−1 to +2"]);
  });

  it("calls what all visits brought added only where that is sure", () => {
    const added = { currency: "EUR", estimate: 321_000, low: 100_000, high: 542_000 };
    const sum = (verdict: Verdict) =>
      partOf(
        drawPart(EffectsSection, withLift({ effects: [{ ...EFFECT, verdict }], added, compared: { offers: 100_000, holdout: 9 } })),
        ".total-added",
      );
    expect(sum("more")).toBe("Added in all, over 100,000 visits with offers: +€3,210 (95% interval: +€1,000 to +€5,420).");
    expect(sum("open")).toBe("In all, over 100,000 visits with offers: +€3,210 (95% interval: +€1,000 to +€5,420).");
  });

  it("says what sums hold, by where the orders come from", () => {
    const posted = { ...KNOWN.lift.measured, orders: { ...KNOWN.lift.measured.orders, basis: "posted" as const } };
    expect(partOf(drawPart(EffectsSection, KNOWN), ".notes")).toContain("net of tax, shipping, discounts and refunds");
    expect(partOf(drawPart(EffectsSection, withLift({ measured: posted })), ".notes")).toContain("returns are not taken off");
  });

  it("shows the difference of each evening, with a dash where there was too little", () => {
    const { day = 0 } = KNOWN.lift.series[0] ?? {};
    const series = [
      { day, units: 300 },
      { day: day + 86_400_000, units: 310, ...EFFECT.difference },
    ];
    expect(rowsOf(drawPart(DailySection, withLift({ series })), "The difference as it stood each evening")).toEqual([
      ["Jun 2", "310", expect.stringMatching(/^\+€/), expect.stringMatching(/^\+€/), expect.stringMatching(/^\+€/)],
      ["Jun 1", "300", "–", "–", "–"],
    ]);
  });
});

describe("whether it is sound", () => {
  it("tells the sizes of the groups, and what to do when they are not as drawn", () => {
    expect(partOf(drawPart(EffectsSection, KNOWN), ".checks .good")).toMatch(/^The groups have the sizes.*\(50% were to be without\)\.$/);
    const split = { offers: 900, holdout: 400, expected: 0.5, isSound: false };
    expect(partOf(drawPart(EffectsSection, withLift({ split })), ".checks .bad")).toMatch(
      /900 with offers and 400 without, though 50%.*"since": "2026-06-15"/,
    );
  });

  it("tells what the guardrail sees, and what share is held out", () => {
    expect(partOf(drawPart(EffectsSection, KNOWN), ".checks")).toMatch(
      /nothing speaks for harm: [\d,]+ with offers.*Decided on June \d+, 2026.*5% of visits/,
    );
    const blind = { ...KNOWN.lift.guardrail, state: "blind" as const };
    const { decidedAt: _, ...open } = { ...KNOWN.lift, guardrail: blind, switch: { offers: "on" as const, holdout: 0.5 } };
    expect(partOf(drawPart(EffectsSection, { ...KNOWN, lift: open }), ".checks")).toMatch(
      /goeswith import orders FILE.*Until revenue is decided.*50% of visits/,
    );
  });

  it.each([
    ["en", /^Offers are switched off.*By June \d+, 2026.*is −[\d.]+%.*"since": "2026-06-15"/],
    ["ru", /^Рекомендации выключены.*К \d+ июня 2026 г\..*это −[\d,]+ %.*"since": "2026-06-15"/],
    ["pl", /^Rekomendacje są wyłączone.*Do \d+ czerwca 2026.*to −[\d,]+%.*"since": "2026-06-15"/],
  ] as const)("cannot be overlooked when offers do harm: %s", (language, words) => {
    const page = drawReport(HARMED, { language });
    expect(partOf(page, "[role=alert]")).toMatch(words);
    expect(page.querySelector("[role=alert]")?.previousElementSibling?.className).toBe("measured");
  });
});
