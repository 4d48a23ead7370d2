import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ReportData } from "../../../../widget/types/report.ts";
import { hashOrder } from "../../../../widget/browser/lib/hashOrder.ts";
import { makeReport, type ReportSources } from "../../../../widget/collector/files/makeReport.ts";
import { readEventFiles } from "../../../../widget/collector/files/readEventFiles.ts";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { runReport } from "../../../../widget/collector/commands/runReport.ts";
import { csv } from "../../../support/training.ts";
import { aCollector, aFolder, post, readReport } from "../aCollector.ts";
import { aBatch, anEvent, anOrder, aSwap, NOON } from "../anEvent.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const SCRIPT = `const ends = "</script><!-- <script>";\r\nrender(ends);`;

async function aFile(text: string | Uint8Array, name = "events.jsonl"): Promise<string> {
  const file = join(await aFolder(), name);
  await writeFile(file, text);
  return file;
}

const lines = (...values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

const make = (files: readonly string[], over: Partial<ReportSources> = {}) =>
  makeReport({ files, zone: "UTC", ...over }, () => Promise.resolve(Buffer.from(SCRIPT)));

/** What the page holds, as a browser reads it. */
function readPage(page: string) {
  const [, data = ""] = /<script type="application\/json" id="report-data"[^>]*>(.*?)<\/script/s.exec(page) ?? [];
  const [, code = ""] = /<script type="module">(.*?)<\/script/s.exec(page) ?? [];
  return { data: JSON.parse(data) as ReportData, code };
}

const CASE = { product: "case", quantity: 1, price: 1990, offer: "cart.cross-sell.phone.case" };
const ELIGIBLE = { id: "e0", seq: 1, at: NOON, visit: "visit1", view: "view1", arm: "offers", version: "0.1.0", type: "eligible" };
const BATCHES = [
  aBatch([anEvent("shown", "e1"), anEvent("seen", "e2"), ELIGIBLE], { dropped: { overflow: 3 } }),
  aBatch([anEvent("added", "e3", { at: NOON - 60_000 }), anEvent("swapped", "e4", aSwap), anEvent("shown", "bad", { price: -1 })]),
  aBatch([anOrder("o1", [CASE], { total: 5000 }), anOrder("o2", [CASE], { currency: "JPY", order: "B" }), anEvent("shown", "e1")]),
];

describe("row 144: the report as one file", () => {
  it("has the figures of the collector's, of the same events", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    const collector = await aCollector();
    for (const batch of BATCHES) await post(collector, batch);
    const live = await readReport(collector);
    const { data, told } = await make([await aFile(lines(...BATCHES))]);
    expect(data).toEqual(live);
    expect([data.events, data.orders, data.dropped.total]).toEqual([7, 2, 3]);
    expect(told).toMatch(
      /^7 events taken\n {2}left out: 1 that were there already\n {2}left out: 1 that are no valid events\n {4}.*line 2: /,
    );
  });

  it("has them from an export as well, the guards of its cells taken off", async () => {
    const file = await aFile(lines(...BATCHES, aBatch([anEvent("shown", "f1", { product: "=case", for: "+1" })])));
    const { data } = await make([file]);
    for (const form of ["csv", "parquet"] as const) {
      const exported = join(await aFolder(), `events.${form}`);
      const store = await openDuckdb(":memory:");
      await readEventFiles({ store, files: [file] });
      await store.export({ table: "events", format: form, file: exported });
      await store.stop();
      const again = await make([exported]);
      expect({ ...again.data, dropped: data.dropped }).toEqual(data);
    }
  });

  it("takes bare events as they happened, gzipped files, and each event once over all of them", async () => {
    const bare = lines({ ...anEvent("seen", "e2"), shop: "demo" }, anEvent("seen", "e3", { view: "view2", at: NOON + 1000 }));
    const packed = gzipSync(lines({ received: NOON + 5000, shop: "demo", events: [anEvent("shown", "e1"), anEvent("seen", "e2")] }));
    const { data, told } = await make([await aFile(bare), await aFile(packed, "events.jsonl.gz")]);
    expect([data.events, data.first, data.last]).toEqual([3, NOON, NOON + 5000]);
    expect(told).toContain("left out: 1 that were there already");
  });

  it("takes a list of events without a body, however long, and holds no clock for one that is none", async () => {
    const many = Array.from({ length: 2500 }, (_, n) => anEvent("seen", `m${n}`, { view: `view${n}`, at: NOON + n }));
    const odd = {
      sentAt: 1e300,
      received: -1,
      dropped: { expired: 2 },
      events: [anEvent("shown", "e1"), anEvent("shown", "e2", { view: "view2" })],
    };
    const { data } = await make([await aFile(lines(many, odd))]);
    expect([data.events, data.first, data.last, data.dropped.total]).toEqual([2502, NOON, NOON + 2499, 2]);
  });

  it("counts and names what was broken off, and what is none", async () => {
    const file = await aFile(`${lines(BATCHES[0])}\n[1]\n"text"\n{"events": 5}\n${lines(BATCHES[1]).slice(0, 80)}`);
    const { told } = await make([file]);
    expect(told.split("\n").map((line) => line.replace(file, "FILE"))).toEqual([
      "3 events taken",
      "  left out: 1 that are no valid events",
      "  left out: 3 lines that could not be read",
      "    FILE, line 3: not an object",
      "    FILE, line 4: the body is not an object",
      "    FILE, line 5: events is not a list",
      "    FILE, line 6: not JSON",
    ]);
  });

  it("is of one shop where that is asked for, with the shop's own orders", async () => {
    const order = await hashOrder("demo", "1001");
    const file = await aFile(
      lines(aBatch([anOrder("o1", [CASE], { order, total: 5000 })]), aBatch([anEvent("shown", "x")], { shop: "other" })),
    );
    const books = await aFile(
      csv(["order", "time", "currency", "net", "refunded"], ["1001", new Date(NOON).toISOString(), "EUR", "40.00", "15.00"]),
      "orders.csv",
    );
    const { data, told } = await make([file], { shop: "demo", books: { files: [books], shop: "demo" } });
    expect([data.events, data.averages[0]?.all.mean, data.lift.measured.orders.recognised]).toEqual([1, 2500, 1]);
    expect(told).toMatch(/left out: 1 of other shops[^]*joined by order id: {7}1\n/);
  });

  it("is not made of nothing, nor of what is no export", async () => {
    await expect(make([await aFile("\n \n")])).rejects.toThrow(/there is no event in/);
    await expect(make([await aFile("a,b\n1,2\n", "x.csv")])).rejects.toThrow(
      /it is no export of events: it lacks id, type, visit, .*\nfound:\n {2}a, b/,
    );
    await expect(make(["/nowhere.jsonl"])).rejects.toThrow("/nowhere.jsonl: there is no such file");
  });
});

describe("row 143: the page", () => {
  it("holds hostile titles as data alone, and may run its own script and nothing else", async () => {
    const title = `</script><script>alert(1)</script><!-- "'&\u2028`;
    const model = await aFolder();
    await writeFile(join(model, "manifest.json"), JSON.stringify({ build: "." }));
    await writeFile(join(model, "head.json"), JSON.stringify({ cards: { case: { title } } }));
    const { page } = await make([await aFile(lines(...BATCHES))], { model, lang: "pl" });
    const { data, code } = readPage(page);
    expect(data.titles["case"]).toBe(title);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toContain("<!--");
    expect(code).toContain(String.raw`"\x3c/script>\x3c!-- <script>"`);
    const hash = createHash("sha256").update(code).digest("base64");
    expect(page).toContain(`content="default-src 'none'; script-src 'sha256-${hash}'; img-src data:; base-uri 'none'`);
    expect(page).toContain(`<html lang="pl">`);
    expect(page).toContain(`id="report-data" data-lang="pl">`);
  });

  it("leaves the language to the reader's browser where none is asked for", async () => {
    const { page } = await make([await aFile(lines(...BATCHES))]);
    expect(page).toMatch(/^<!doctype html>\n<html>\n/);
    expect(page).not.toContain("data-lang");
  });
});

describe("goeswith report", () => {
  it.each([
    [[], "FILE… is needed"],
    [["x.jsonl"], "--out FILE is needed"],
    [["x.jsonl", "--out", "r.html", "--lang", "de"], "one of en, ru, pl is needed"],
    [["x.jsonl", "--out", "r.html", "--zone", "Mars"], "--zone Mars"],
    [["x.jsonl", "--out", "r.html", "--orders", "o.csv"], "--orders needs --shop NAME"],
  ])("is not begun by %j", async (args, fault) => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await runReport(args)).toBe(2);
    expect(said.mock.lastCall?.[0]).toContain(fault);
  });

  it("leaves an earlier report as it was where it fails", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const folder = await aFolder();
    const out = join(folder, "report.html");
    await writeFile(out, "earlier");
    expect(await runReport([await aFile("{"), "--out", out])).toBe(1);
    expect(said.mock.lastCall?.[0]).toMatch(/^goeswith report: /);
    expect([await readdir(folder), await readFile(out, "utf8")]).toEqual([["report.html"], "earlier"]);
  });
});
