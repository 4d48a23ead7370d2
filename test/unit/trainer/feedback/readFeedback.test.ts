import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { exportAddress } from "../../../../widget/trainer/feedback/fetchEvents.ts";
import { type FeedbackReading, readFeedback } from "../../../../widget/trainer/feedback/readFeedback.ts";
import { openDatabase } from "../../../../widget/trainer/reading/database.ts";
import { EVENT } from "../../../../widget/collector/store/duckdbTables.ts";
import { batchLines, looksOf } from "../../../support/shopLooks.ts";
import { aFolder } from "../../../support/training.ts";

const NAMES = new Map([
  ["phone", "phone"],
  ["+case", "+case"],
]);
const EVENTS = looksOf("v", [
  { product: "+case", visits: 20, after: [["added"]] },
  { product: "+case", visits: 10, position: 2, after: [["dismissed"], ["rated", "too-dear"]] },
]);
const ORDERED = { ...EVENTS[0], id: "o", type: "ordered", order: "hash", currency: "EUR", lines: [{ product: "+case", quantity: 1 }] };
let folder: string;
const fileOf = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

async function read(...events: readonly string[]): Promise<FeedbackReading> {
  const database = await openDatabase();
  onTestFinished(() => database.close());
  return readFeedback(database, { events }, NAMES);
}

/** The collector's table, as `goeswith export` writes it. */
async function exported(name: string, guard = ""): Promise<string> {
  const database = await openDatabase();
  onTestFinished(() => database.close());
  const columns = Object.keys(EVENT).filter((column) => column !== "lines");
  const cells = EVENTS.map((event) => {
    const { for: counterpart, view, position, product, ...rest } = event as unknown as Readonly<Record<string, string | number>>;
    const row: Record<string, string | number | undefined> = {
      ...rest,
      counterpart,
      page_view: view,
      place: position,
      product: `${guard}${product}`,
    };
    return columns.map((column) => String(row[column] ?? ""));
  });
  await database.fill("exported", columns, cells);
  const to = join(folder, name);
  await database.run(`copy (select *, '[]' as lines from exported) to '${to}'`);
  return to;
}

beforeAll(async () => {
  folder = await aFolder();
});

const PAIR = { kind: "cross-sell", for: "phone", product: "+case", looks: 30, taken: 20, declined: 10, misfits: 0 };

test.each([
  ["batches as an endpoint appends them", async () => fileOf("batches.jsonl", batchLines(EVENTS))],
  ["events by themselves", async () => fileOf("events.jsonl", EVENTS.map((event) => JSON.stringify(event)).join("\n"))],
  [
    "both, gzipped, after so many of another kind that the start shows neither",
    async () => {
      const orders = `${JSON.stringify(ORDERED)}\n`.repeat(1200);
      const both = `${orders}${batchLines(EVENTS.slice(0, 30))}${EVENTS.slice(30)
        .map((event) => JSON.stringify(event))
        .join("\n")}`;
      return fileOf("both.jsonl.gz", gzipSync(both));
    },
  ],
  ["an export as CSV, its cells guarded from spreadsheets (row 143)", () => exported("events.csv", "'")],
  ["an export as Parquet", () => exported("events.parquet")],
])("reads %s", async (_, make) => {
  const { pairs, skipped, bad } = await read(await make());
  expect(pairs).toEqual([{ ...PAIR, expectedTaken: expect.closeTo(20.505, 2), expectedDeclined: expect.closeTo(9.495, 2) }]);
  expect([skipped, bad]).toEqual([new Map(), []]);
});

test("a file given twice, in two forms, says no more", async () => {
  const { pairs, events, visits } = await read(await fileOf("a.jsonl", batchLines(EVENTS)), await exported("b.parquet"));
  expect(pairs).toEqual([expect.objectContaining(PAIR)]);
  expect([events, visits]).toEqual([140, 30]);
});

test("what is no event is named by its line, and what lacks a visit or a product is counted", async () => {
  const bare = [
    { ...EVENTS[0], visit: undefined },
    { ...EVENTS[1], for: "" },
    { ...EVENTS[0], kind: "gift" },
  ].map((event) => JSON.stringify(event));
  const lines = [JSON.stringify(EVENTS[0]), "{broken", ...bare].join("\n");
  const { skipped, bad } = await read(await fileOf("odd.jsonl", lines));
  expect(bad).toEqual([{ file: expect.stringMatching(/odd\.jsonl$/), line: 2, what: "not a JSON object" }]);
  expect(skipped).toEqual(new Map([["event without a visit, a kind or two products", 3]]));
});

test("the held-out group saw nothing, so it refused nothing", async () => {
  const held = EVENTS.map((event) => ({ ...event, arm: "holdout" as const }));
  expect((await read(await fileOf("held.jsonl", batchLines(held)))).pairs).toEqual([]);
});

test.each([
  ["orders.csv", "order_id,item_id\n1,phone\n", "needed columns are missing"],
  ["orders.jsonl", '{"order_id":1,"item_id":"phone"}\n', "holds no event. JSON lines of events or of batches"],
  ["list.json", "[]", "is one JSON list; write one object a line"],
])("%s is refused with what is needed", async (name, text, message) => {
  await expect(read(await fileOf(name, text))).rejects.toThrow(message);
});

test("an empty file holds nothing, and that is no fault", async () => {
  expect((await read(await fileOf("empty.jsonl", ""))).pairs).toEqual([]);
});

test.each([
  ["http://127.0.0.1:4310", "http://127.0.0.1:4310/export?table=events&format=parquet"],
  ["https://shop.example/collector/", "https://shop.example/collector/export?table=events&format=parquet"],
  ["https://shop.example/export", "https://shop.example/export?table=events&format=parquet"],
  ["https://shop.example/export?table=events&format=csv", "https://shop.example/export?table=events&format=csv"],
  ["https://shop.example/logs/events.jsonl", "https://shop.example/logs/events.jsonl"],
])("%s is asked for at %s", (address, wanted) => {
  expect(exportAddress(address)).toBe(wanted);
});

test("a collector is asked with its token; what it refuses is told with what to do", async () => {
  const body = await readFile(await exported("door.parquet"));
  const server = createServer(({ url, headers }, reply) => {
    const isKnown = headers.authorization === "Bearer secret";
    reply.writeHead(isKnown && url === "/export?table=events&format=parquet" ? 200 : 401).end(isKnown ? body : "no");
  });
  await new Promise<void>((resume) => server.listen(0, "127.0.0.1", resume));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const database = await openDatabase();
  onTestFinished(() => database.close());
  await expect(readFeedback(database, { events: [address] }, NAMES)).rejects.toThrow(
    "answers 401; give the collector's token with --token",
  );
  await expect(readFeedback(database, { events: [address], token: "wrong" }, NAMES)).rejects.toThrow("answers 401; the token is another");
  expect((await readFeedback(database, { events: [address], token: "secret" }, NAMES)).pairs).toEqual([expect.objectContaining(PAIR)]);
  server.close();
});

test("an address where nothing answers is named", async () => {
  await expect(read("http://127.0.0.1:9")).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:9\/export.* cannot be reached .*Is the collector running there\?$/,
  );
});
