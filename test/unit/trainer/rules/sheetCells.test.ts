import { expect, test } from "vitest";
import { csvCell, guardId, guardText, isTicked, readId } from "../../../../widget/trainer/rules/sheetCells.ts";

test.each([
  "00123",
  "4006381333931",
  "1-2",
  "12E5",
  "3/4",
  "=SUM(A1)",
  "+49",
  "-5",
  "@cmd",
  "'quoted",
  "1.50",
  ".5",
  "mar-5",
  "Sept12",
  "März 3",
  "TRUE",
])("an id that a spreadsheet would change is kept from it and read back: %s", (id) => {
  expect(guardId(id)).toBe(`'${id}`);
  expect(readId(guardId(id))).toBe(id);
});

test.each(["aster-9", "123", "SKU-1", "p64", "case", "0", "Ünder 7"])("an id that it leaves alone stays as it is: %s", (id) => {
  expect(guardId(id)).toBe(id);
  expect(readId(guardId(id))).toBe(id);
});

test.each(["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1"])("no cell starts a formula: %j", (text) => {
  expect(guardText(text)).toBe(`'${text}`);
});

test("cells with quotes, line ends or the delimiter are quoted", () => {
  expect(["a,b", 'say "x"', "a\r\nb", "a;b", "plain"].map((text) => csvCell(text, ","))).toEqual([
    '"a,b"',
    '"say ""x"""',
    '"a\r\nb"',
    "a;b",
    "plain",
  ]);
  expect(csvCell("a;b", ";")).toBe('"a;b"');
});

test.each([
  ["x", true],
  [" X ", true],
  ["1", true],
  ["yes", true],
  ["TRUE", true],
  ["ja", true],
  ["Да", true],
  ["✓", true],
  ["", false],
  ["0", false],
  ["no", false],
  ["nein", false],
  ["нет", false],
  ["maybe", undefined],
])("a mark is read in many languages: %j", (cell, ticked) => {
  expect(isTicked(cell)).toBe(ticked);
});
