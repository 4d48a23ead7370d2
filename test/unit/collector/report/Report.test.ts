// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { FigureRows, ReportData } from "../../../../widget/types/report.ts";
import { LANGUAGES } from "../../../../widget/collector/report/chooseLanguage.ts";
import { summarise } from "../../../../widget/collector/figures/summarise.ts";
import { aReport } from "../../../support/aReport.ts";
import { NO_LIFT, NO_ROWS } from "../noRows.ts";
import { drawReport, partOf, plain, rowsOf } from "./drawReport.ts";

const NOON = Date.UTC(2026, 5, 1, 12);

const FEW: FigureRows = {
  ...NO_ROWS,
  ...{ events: 9, visits: 2, first: NOON, last: NOON + 3_600_000, dropped: [{ reason: "overflow", count: 3 }] },
  places: [{ placement: "cart", kind: "up-sell", shown: 20, seen: 8, opened: 2, taken: 3, takenUnseen: 1, undone: 1 }],
  orderedLines: [{ placement: "cart", kind: "up-sell", currency: "EUR", lines: 2, unpriced: 1, extra: 10_000 }],
  orders: [{ currency: "EUR", withOffer: true, orders: 1, valued: 1, sum: 59_900 }],
  pairs: [{ kind: "up-sell", for: "p64", product: "p128", seen: 8, taken: 3, takenUnseen: 1, ordered: 2 }],
  answers: [{ for: "p64", product: "p128", answer: "too-dear", count: 4 }],
  failures: [{ reason: "sold-out", count: 1 }],
  series: [{ at: NOON, step: "seen", count: 8 }],
};

const of = (rows: FigureRows, titles: ReportData["titles"] = {}): ReportData => ({ ...summarise(rows, "UTC"), titles });

/** Every state that changes what the page says. */
const STATES: Readonly<Record<string, ReportData>> = {
  "nothing at all": of(NO_ROWS),
  "one offer nobody saw": of({
    ...{ ...NO_ROWS, events: 1 },
    places: [{ placement: "cart", kind: "cross-sell", shown: 1, seen: 0, opened: 0, taken: 0, takenUnseen: 0, undone: 0 }],
    lift: { ...NO_LIFT, afterwards: [{ arm: "offers", orders: 0, returned: 0, customers: 0, repeated: 0 }] },
  }),
  "a little of everything": of(FEW),
  "offers that bring something": aReport({ truth: { taking: 0.5, growth: 0.3 } }),
  "offers that do harm": aReport({ truth: { checkouts: -0.2 } }),
  "orders without a total": of({ ...FEW, orders: [{ currency: "JPY", withOffer: false, orders: 2, valued: 0, sum: 0 }] }),
  "a goal nobody has come near yet": aReport({
    days: 1,
    settings: { goal: { currency: "CHF", rise: 0, from: NOON, by: NOON + 86_400_000 } },
  }),
};

describe("the first line", () => {
  it("says what share of the shop's visits and orders is measured, and what they are", () => {
    const measured = partOf(drawReport(aReport()), ".measured");
    expect(measured).toMatch(
      /^68.8% of the shop’s visits and 76% of its orders are measured\. ?Measured: 46,200 visits and 6,205 orders, from Jun/,
    );
    expect(measured).toContain("In the comparison below: 42,000 visits.");
    expect(measured).toContain("In neither group, since offers were shown before consent was known: 811 visits.");
  });

  it("row 142: tells orders apart that only browsers know of", () => {
    expect(partOf(drawReport(aReport()), ".measured")).toContain("not in the shop’s books, and left out of the comparison: 4 orders.");
  });

  it("says how to import orders while there are only those that browsers told of", () => {
    const page = drawReport(of(FEW));
    expect(partOf(page, ".measured .lead")).toBe("What share of the shop’s visits and orders is measured is not known yet.");
    expect([...page.querySelectorAll(".measured code")].map(({ textContent }) => textContent)).toEqual(["goeswith import orders FILE"]);
  });
});

describe("what is counted", () => {
  it("has the funnel by place, with a rate over what was seen only", () => {
    const page = drawReport(of(FEW));
    expect(rowsOf(page, "By place and kind")).toEqual([["Cart instead", "20", "8", "2", "3", "25%", "2"]]);
    expect(partOf(page, "#funnel")).toContain("1 offer was taken before it counted as seen");
    expect(partOf(page, "#funnel")).toContain("1 was taken back by the shopper");
  });

  it("has the funnel by source and by visit, a shop's own source by its own name", () => {
    const page = drawReport(aReport());
    expect(rowsOf(page, "By source").map(([name]) => name)).toEqual(["The model", "Your rules", "warehouse-clearance"]);
    expect(rowsOf(page, "By visit")[0]).toEqual(["All", "21,310", "16,044", "4,210", "2,133", "1,404"]);
  });

  it("calls the average order of takers a description", () => {
    const page = drawReport(of(FEW));
    expect(rowsOf(page, "Average order by currency")).toEqual([["EUR", "€599.00 1 order", "€599.00 1 order"]]);
    expect(partOf(page, "#averages")).toContain("Who takes an offer buys a lot anyway.");
  });

  it("puts refusals, failures and drops into words", () => {
    const page = drawReport(of(FEW));
    expect(rowsOf(page, "Declined by offer")).toEqual([["p64 → p128", "0", "0", "4", "0", "0"]]);
    expect(page.querySelector('[aria-label="Failed by reason"]')?.textContent).toBe("Sold out1");
    expect(rowsOf(page, "Lost on the way")).toEqual([["too many waiting", "3"]]);
  });

  it("has returns and repeated purchases by arm, earlier months and what moved in the model", () => {
    const page = drawReport(aReport());
    expect(rowsOf(page, "Sent back, bought again")[0]).toEqual(["With offers", "8,120", "402", "5%", "1,204", "231", "19.2%"]);
    expect(rowsOf(page, "Earlier months").map(([month, visits]) => `${month} ${visits}`)).toEqual(["May 2025 68,003", "April 2025 71,200"]);
    expect(rowsOf(page, "What shoppers taught the model").map(([, ...cells]) => cells)).toEqual([
      ["taken out", "said not to fit"],
      ["−40%", "declined or hardly taken"],
      ["+25%", "taken often"],
    ]);
  });

  it("keeps a long table in a region that the keyboard reaches", () => {
    const pairs = Array.from({ length: 30 }, (_, at) => ({ ...FEW.pairs[0]!, for: `p${at}` }));
    const region = drawReport(of({ ...FEW, pairs })).querySelector('#best [role="region"]');
    expect([region?.getAttribute("tabindex"), region?.getAttribute("aria-label")]).toEqual(["0", "Best offers"]);
    expect(drawReport(of(FEW)).querySelector('#best [role="region"]')).toBeNull();
  });

  it("says how near the goal is, and how to set one", () => {
    const goal = { currency: "EUR", rise: 0.05, from: Date.UTC(2026, 5, 1), by: Date.UTC(2026, 6, 1), baseline: 5900 };
    expect(partOf(drawReport(aReport({ settings: { goal } })), "#goal")).toMatch(
      /Average order \+5% by June 30, 2026It was€59\.00It is to be€61\.95It is now€\d+\.\d\dHow near[\d.]+% of the wayTime17 days left/,
    );
    expect(partOf(drawReport(aReport()), "#goal")).toContain('"goal": {');
  });
});

describe("drawings", () => {
  it("have a name each, a table beside them, and no style element", () => {
    const page = drawReport(of(FEW));
    expect([...page.querySelectorAll("svg")].map((svg) => svg.getAttribute("aria-label"))).toEqual([
      "Seen over time",
      "Taken over time",
      "Ordered over time",
    ]);
    expect(rowsOf(page, "Events over time").map(([, ...counts]) => counts)).toEqual([["0", "8", "0", "0"]]);
    expect(page.querySelector("style")).toBeNull();
  });
});

describe("in every state and language", () => {
  const all = LANGUAGES.flatMap((language) => Object.entries(STATES).map(([name, data]) => ({ language, name, data })));

  it.each(all)("row 144: shows no figure that is none, and fills every text in: $language, $name", ({ language, data }) => {
    const page = drawReport(data, { language });
    const labels = [...page.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label"));
    expect([page.textContent, ...labels].join(" ")).not.toMatch(/NaN|∞|Infinity|undefined|null|\{\w+\}/);
    expect(page.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  const claims = {
    en: /\b(?:add(?:ed|s)|more|less|because|thanks to|effects?|lift(?:ed|s)?|caus(?:ed|es))\b/i,
    ru: /добав(?:ил|лен)|дополнительн|что дали|принес|больше|меньше|благодаря|из-за|прирост|эффект/i,
    pl: /doda(?:ł|n|tk)|co dały|przyni|więcej|(?<!naj)mniej|dzięki|z powodu|przyrost|efekt/i,
  };

  it.each(LANGUAGES)("claims effects for the difference of the arms only: %s", (language) => {
    const page = drawReport(aReport({ truth: { taking: 0.5, growth: 0.3 } }), { language });
    const parts = [...page.querySelectorAll("section, .measured, .divider, header")];
    const claiming = parts.filter(({ textContent }) => claims[language].test(textContent)).map(({ id }) => id);
    expect(parts.length).toBeGreaterThan(15);
    expect(claiming).toEqual(["added"]);
  });
});

describe("how fresh it is", () => {
  it("says in a file how far the figures go, and while there are none that they are fetched", () => {
    expect(partOf(drawReport(aReport({ days: 1 }), { connection: "file" }), "output")).toBe("As of Jun 2, 2026, 01:59 AM");
    expect(plain(drawReport(of(NO_ROWS), { connection: "lost", at: NOON }).querySelector("output")?.textContent ?? "")).toMatch(
      /^The collector does not answer; trying again · \d\d:00:00 [AP]M$/,
    );
  });

  it("says what to do when nothing has arrived", () => {
    expect(partOf(drawReport(of(NO_ROWS)), ".empty")).toMatch(/^Nothing has arrived yet.*goeswith\.json.*--origin.*consent/s);
  });
});

describe("row 143: hostile titles and ids", () => {
  const hostile = [
    '<img src=x onerror="window.hit=1">',
    "<script>window.hit=1</script>",
    "</td></table><h1>x",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "`{day}`",
  ];

  it.each(hostile)("%s is text, as a title and as an id", (text) => {
    const pairs = [
      { kind: "cross-sell", for: text, product: "known", seen: 1, taken: 0, takenUnseen: 0, ordered: 0 },
      { kind: "cross-sell", for: "__proto__", product: "constructor", seen: 1, taken: 0, takenUnseen: 0, ordered: 0 },
    ] as const;
    const changes: ReportData["changes"] = {
      build: text,
      pairs: [{ kind: "up-sell", for: text, product: "known", factor: 2, reason: "taken" }],
    };
    const page = drawReport({ ...of({ ...FEW, pairs, answers: [] }, { known: text }), changes });
    expect(rowsOf(page, "Best offers").map(([name]) => name)).toEqual([`${text} → ${text} goes with`, "__proto__ → constructor goes with"]);
    expect(rowsOf(page, "What shoppers taught the model").map(([name]) => name)).toEqual([`${text} → ${text} instead`]);
    expect(page.querySelector("img:not(svg), script, h1 ~ h1, a[href]:not([href^='#'])")).toBeNull();
    expect(window).not.toHaveProperty("hit");
  });

  it("is text as a reason for drops and as a source too", () => {
    const source = { source: "<b>x</b>", ...FEW.places[0]!, ordered: 0 };
    const page = drawReport(of({ ...FEW, dropped: [{ reason: "<b>x</b>", count: 1 }], sources: [source] }));
    expect([rowsOf(page, "Lost on the way"), rowsOf(page, "By source")].map(([row]) => row?.[0])).toEqual(["<b>x</b>", "<b>x</b>"]);
  });
});
