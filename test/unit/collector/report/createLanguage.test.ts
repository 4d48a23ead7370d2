import { describe, expect, it } from "vitest";
import { createLanguage } from "../../../../widget/collector/report/createLanguage.ts";
import { plain } from "./drawReport.ts";

describe("plural forms", () => {
  it.each([
    ["en", [0, 1, 2, 21], ["0 visits", "1 visit", "2 visits", "21 visits"]],
    ["ru", [1, 2, 5, 11, 21, 24], ["1 визит", "2 визита", "5 визитов", "11 визитов", "21 визит", "24 визита"]],
    ["pl", [1, 2, 5, 12, 21, 22], ["1 wizyta", "2 wizyty", "5 wizyt", "12 wizyt", "21 wizyt", "22 wizyty"]],
  ] as const)("%s", (code, counts, expected) => {
    const { counted, texts } = createLanguage(code);
    expect(counts.map((count) => counted(texts.visits, count))).toEqual(expected);
  });
});

describe("numbers, money and dates", () => {
  it.each([
    ["en", ["1,234,567", "−0.4%", "+5%", "€12,345.60", "+€12,346", "¥500", "0%", "−$5.00"]],
    ["ru", ["1 234 567", "−0,4 %", "+5 %", "12 345,60 €", "+12 346 €", "500 ¥", "0 %", "−5,00 $"]],
    ["pl", ["1 234 567", "−0,4%", "+5%", "12 345,60 €", "+12 346 €", "500 JPY", "0%", "−5,00 USD"]],
  ] as const)("are written as in %s", (code, expected) => {
    const { count, share, change, minor, estimate } = createLanguage(code);
    const written = [count(1_234_567), share(-0.004), change(0.05), minor(1_234_560, "EUR"), estimate(1_234_560, "EUR", true)];
    expect([...written, minor(500, "JPY"), share(-0), minor(-500, "USD")].map(plain)).toEqual(expected);
  });

  it("are written as in the reader's own kind of the language", () => {
    expect(createLanguage("en", "UTC", "en-GB").utcDay(Date.UTC(2026, 5, 30))).toBe("30 June 2026");
  });

  it("puts a dash where there is no figure", () => {
    const { share, minor } = createLanguage("en");
    expect([share(undefined), minor(undefined, "EUR")]).toEqual(["–", "–"]);
  });

  it("writes days in the zone of the figures, those of the comparison in UTC, and knows what to do with an unknown zone", () => {
    const late = Date.UTC(2026, 5, 1, 23);
    const { bucket, utcDay } = createLanguage("pl", "Europe/Warsaw");
    expect([bucket(late, "day"), utcDay(late)]).toEqual(["wt., 2 cze", "1 czerwca 2026"]);
    expect(createLanguage("pl", "Mars/Olympus").moment(late)).toMatch(/cze 2026/);
  });
});
