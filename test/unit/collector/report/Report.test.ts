// @vitest-environment happy-dom
import { h, render } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import type { FigureRows, ReportData } from "../../../../widget/types/report.ts";
import { Report } from "../../../../widget/collector/report/Report.tsx";
import { summarise } from "../../../../widget/collector/summarise.ts";
import { NO_ROWS } from "../noRows.ts";

const NOON = Date.UTC(2026, 5, 1, 12);

const FULL: FigureRows = {
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

function draw(rows: FigureRows, titles: ReportData["titles"] = {}): HTMLElement {
  const data: ReportData = { ...summarise(rows, "UTC"), titles };
  render(h(Report, { data, at: NOON, connection: "live" }), document.body);
  return document.body;
}

/** Texts of a table's rows, cell by cell. */
function rowsOf(page: HTMLElement, label: string): readonly (readonly string[])[] {
  const rows = page.querySelectorAll(`table[aria-label="${label}"] tbody tr`);
  return [...rows].map((row) => [...row.children].map((cell) => cell.textContent.trim()));
}

afterEach(() => render(null, document.body));

describe("the report", () => {
  it("says first what the figures rest on", () => {
    const basis = draw(FULL).querySelector(".basis")?.textContent;
    expect(basis).toMatch(/^2 visits and 1 order, from .*2026.* to .*2026.*\. 3 events dropped: 3 too many waiting\.$/);
  });

  it("shows the funnel by place, with a rate over what was seen only", () => {
    const page = draw(FULL);
    expect(rowsOf(page, "Offers by place")).toEqual([["Cart instead", "20", "8", "2", "3", "25%", "2"]]);
    expect(page.textContent).toContain("1 offer was taken before counting as seen");
    expect(page.textContent).toContain("1 was taken back by the shopper");
  });

  it("calls the average order a description", () => {
    const page = draw(FULL);
    expect(rowsOf(page, "Average order by currency")).toEqual([["EUR", "€599.00 1 order", "€599.00 1 order"]]);
    expect(page.textContent).toContain("takers buy more anyway; this is not what the offers added");
  });

  it("has a table beside the drawing, and names the drawing", () => {
    const page = draw(FULL);
    expect([...page.querySelectorAll("svg")].map((svg) => svg.getAttribute("aria-label"))).toEqual([
      "Seen over time",
      "Taken over time",
      "Ordered over time",
    ]);
    expect(rowsOf(page, "Events over time").map(([, ...counts]) => counts)).toEqual([["0", "8", "0", "0"]]);
    expect(page.querySelector("style")).toBeNull();
  });

  it("puts refusals and failures into words", () => {
    const page = draw(FULL);
    expect(rowsOf(page, "Declined by offer")).toEqual([["p64 leads to p128".replace("leads to", "→"), "0", "0", "4", "0", "0"]]);
    expect(page.querySelector('[aria-label="Failed by reason"]')?.textContent).toBe("Sold out1");
  });

  it("says what to do when nothing has arrived", () => {
    const { textContent } = draw(NO_ROWS);
    expect(textContent).toContain("Nothing has arrived yet");
    expect(textContent).toMatch(/goeswith\.json.*--origin.*consent/s);
  });

  it("never shows a figure that is none", () => {
    const { textContent } = draw({
      ...NO_ROWS,
      events: 1,
      places: [{ placement: "cart", kind: "cross-sell", shown: 1, seen: 0, opened: 0, taken: 0, takenUnseen: 0, undone: 0 }],
    });
    expect(textContent).not.toMatch(/NaN|∞|Infinity|undefined|null/);
  });
});

describe("row 143: hostile titles and ids", () => {
  const hostile = [
    '<img src=x onerror="window.hit=1">',
    "<script>window.hit=1</script>",
    "</td></table><h1>x",
    "&lt;b&gt;",
    "javascript:alert(1)",
  ];

  it.each(hostile)("%s is text, as a title and as an id", (text) => {
    const pairs = [
      { kind: "cross-sell", for: text, product: "known", seen: 1, taken: 0, takenUnseen: 0, ordered: 0 },
      { kind: "cross-sell", for: "__proto__", product: "constructor", seen: 1, taken: 0, takenUnseen: 0, ordered: 0 },
    ] as const;
    const page = draw({ ...FULL, pairs, answers: [] }, { known: text });
    expect(rowsOf(page, "Best offers").map(([name]) => name)).toEqual([`${text} → ${text} goes with`, "__proto__ → constructor goes with"]);
    expect(page.querySelector("img, script, h1 + h1, a[href]")).toBeNull();
    expect(window).not.toHaveProperty("hit");
  });

  it("is text as a reason for drops too", () => {
    const page = draw({ ...FULL, dropped: [{ reason: "<b>x</b>", count: 1 }] });
    expect(page.querySelector(".basis b")).toBeNull();
    expect(page.querySelector(".basis")?.textContent).toContain("<b>x</b>");
  });
});
