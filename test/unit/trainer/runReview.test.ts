import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runReview } from "../../../widget/trainer/runReview.ts";
import { askOffers } from "../../support/askOffers.ts";
import { aFolder, csv, orderRows, train } from "../../support/training.ts";

const CATALOGUE = csv(
  ["item_id", "name", "price", "category", "attributes"],
  ["0042", "Phone", "300", "Phones", "memory=64 GB"],
  ["pro", "=Pro", "360", "Phones", "memory=128 GB"],
  ["case", "Case, clear", "20", "Cases", ""],
  ["cable", "Cable", "10", "Cables", ""],
  ["tea", "Tea", "4", "Food", ""],
);
const ORDERS = csv(["order_id", "item_id"], ...orderRows("a", 40, "0042", "case", "cable"), ...orderRows("b", 60, "tea"));

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

async function sheetOf(folder: string, ...args: readonly string[]): Promise<string> {
  const output = new PassThrough();
  const written = buffer(output);
  await runReview(["--model", folder, "--csv", ...args], output);
  output.end();
  return String(await written);
}

const aModel = () => train({ orders: ORDERS, catalogue: CATALOGUE });
const retrain = async (sheet: string | Uint8Array, name = "sheet.csv") => {
  const file = join(await aFolder(), name);
  await writeFile(file, sheet);
  return train({ orders: ORDERS, catalogue: CATALOGUE, args: ["--rules", file] });
};
const printed = () => vi.mocked(console.log).mock.calls.join("\n");
/** The sheet with these marks: row by product and offer → accept, never, pin. */
const mark = (sheet: string, marks: Readonly<Record<string, string>>) =>
  sheet
    .split("\r\n")
    .map((row) => {
      const found = Object.entries(marks).find(
        ([key]) => row.startsWith(`${key.split(" ")[0]},`) && row.includes(`,${key.split(" ")[1]},`),
      );
      return found ? row.replace(/,,$/, found[1]) : row;
    })
    .join("\r\n");

test("a sheet has every product with what its page would offer, why, and room for marks", async () => {
  const { folder } = await aModel();
  const sheet = await sheetOf(folder);
  const [header, ...rows] = sheet.split("\r\n");
  expect(header).toBe("\uFEFFproduct id,product name,kind,place,offered id,offered name,reason,evidence,origin,accept,never,pin");
  expect(rows).toContain("'0042,Phone,instead,1,pro,'=Pro,better in memory,memory 128 GB instead of 64 GB (better),attributes,,,");
  expect(rows.find((row) => row.startsWith("'0042,Phone,with,1,"))).toMatch(
    /^'0042,Phone,with,1,\w+,.*,often bought together,about 100 of 100 orders with it; weight \d\.\d\d; own popularity -?\d\.\d\d,history,,,$/,
  );
  expect(rows).toContain("tea,Tea,,,,,,,,,,");
  const ids = rows.flatMap((row) => row.split(",")[0] || []);
  expect(ids).toEqual(ids.toSorted());
});

test("the edited sheet is a file of rules: never holds, a pin comes first, what is accepted stays", async () => {
  const sheet = await sheetOf((await aModel()).folder);
  expect(await askOffers((await aModel()).folder, [{ given: ["0042"] }])).toEqual([["cable", "case"]]);
  const { folder, manifest, entries } = await retrain(mark(sheet, { "'0042 case": ",,x", "'0042 cable": "ja,," }));
  expect(await askOffers(folder, [{ given: ["0042"] }])).toEqual([["case", "cable"]]);
  expect(manifest.rules).toEqual({ folded: 1, everywhere: 0 });
  expect(entries["0042"]?.rules).toEqual([{ at: 0, with: ["case"] }]);
  expect(printed()).toContain("accepted as they are: 1");
  const never = await retrain(mark(sheet, { "'0042 case": ",1," }));
  expect(await askOffers(never.folder, [{ given: ["0042"] }, { given: ["case"] }])).toEqual([["cable"], ["cable"]]);
});

test("something else can be pinned, where there was an offer and where there was none", async () => {
  const { folder } = await retrain("product id,kind,offered id,pin\r\ntea,,cable,yes\r\n'0042,instead,pro,да\r\n");
  expect(await askOffers(folder, [{ given: ["tea"] }])).toEqual([["cable"]]);
  const [, row] = (await sheetOf(folder)).split("\r\n");
  expect(row).toBe(
    "'0042,Phone,instead,1,pro,'=Pro,the merchant's choice; better in memory,memory 128 GB instead of 64 GB (better),\"merchant, attributes, rule 2\",,,",
  );
});

const SAVED = "product id;product name;kind;place;offered id;offered name;accept;never;pin\r\n'0042;Grün;with;1;case;Hülle;;x;\r\n";
test.each([
  ["with semicolons, in Windows-1252", Buffer.from(SAVED, "latin1")],
  ["with semicolons and a byte order mark", Buffer.from(`\uFEFF${SAVED}`)],
  ["with tabs, in UTF-16", Buffer.from(`\uFEFF${SAVED.replaceAll(";", "\t")}`, "utf16le")],
])("a sheet is read as a spreadsheet saves it: %s", async (_, bytes) => {
  expect((await retrain(bytes)).entries["0042"]?.rules).toEqual([{ at: 0, never: ["case"] }]);
});

test("marks that cannot be read, and rows without ids, are named with their row", async () => {
  await retrain("product id,kind,offered id,accept,never,pin\n0042,with,case,,perhaps,\n0042,with,,,x,\n0042,with,cable,,x,x\n");
  const said = printed();
  expect(said).toMatch(/left out: .*sheet\.csv, row 2: "perhaps" is no mark/);
  expect(said).toMatch(/left out: .*sheet\.csv, row 3: a product id or an offered id is missing/);
  expect(said).toMatch(/sheet\.csv, row 4: never and pin; never holds/);
  expect(said).toContain("Rules: 1 read, 1 folded");
});

test("--delimiter writes for spreadsheets that split at semicolons", async () => {
  expect((await sheetOf((await aModel()).folder, "--delimiter", ";")).split("\r\n")).toContain("tea;Tea;;;;;;;;;;");
});

test("--out writes a file, and none over one that may hold marks", async () => {
  const [{ folder }, to] = [await aModel(), await aFolder()];
  const file = join(to, "sheet.csv");
  await runReview(["--model", folder, "--csv", "--out", file]);
  expect(await readFile(file, "utf8")).toBe(await sheetOf(folder));
  expect(await readdir(to)).toEqual(["sheet.csv"]);
  await expect(runReview(["--model", folder, "--csv", "--out", file])).rejects.toThrow("is there already");
});

test.each([
  [["--csv"], "--model DIR is needed"],
  [["--model", "/nowhere"], "there is no model"],
  [["--model", "/nowhere", "--delimiter", "x"], '--delimiter x: "," or ";" or tab is needed'],
])("%j ends with a line that says what is wrong", async (args, message) => {
  await expect(runReview(args)).rejects.toThrow(message);
});
