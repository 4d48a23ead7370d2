import { expect, test } from "vitest";
import { jsonRecords } from "../../../../widget/trainer/exports/jsonRecords.ts";

/** The records of a text that comes in pieces of this length. */
async function recordsOf(text: string, length: number): Promise<readonly unknown[]> {
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
  };
  const records: unknown[] = [];
  for await (const record of jsonRecords(pieces(), "orders.json")) records.push(record);
  return records;
}

const RECORDS = [
  { id: 1, name: 'a "b" ]}', lines: [{ sku: "x\\" }, { sku: "[" }] },
  { id: 2, inner: { list: [] } },
];
const written = RECORDS.map((record) => JSON.stringify(record));

test.each([
  ["a list", JSON.stringify(RECORDS)],
  ["a list written with blanks", JSON.stringify(RECORDS, undefined, 2)],
  ["a list under its name", JSON.stringify({ orders: RECORDS, next: { page: 2 } })],
  ["pages one behind the other", `[${written[0]}]\n[${written[1]}]`],
  ["named pages one behind the other", `{"products": [${written[0]}]}{"products": [${written[1]}]}`],
  ["one a line", written.join("\n")],
])("the records of %s are found in pieces of any length", async (_, text) => {
  for (const length of [1, 7, text.length]) expect(await recordsOf(text, length)).toEqual(RECORDS);
});

test.each([
  ["the end of the file cuts off", `[${written[0]},{"id":`, "orders.json, record 2: the file ends in the middle of it"],
  ["that is not JSON", `[${written[0]},{id:2}]`, "orders.json, record 2: not JSON"],
])("a record %s is named by its number", async (_, text, message) => {
  await expect(recordsOf(text, 10)).rejects.toThrow(message);
});

test("an empty list has no records", async () => {
  expect(await recordsOf("[]", 1)).toEqual([]);
});
