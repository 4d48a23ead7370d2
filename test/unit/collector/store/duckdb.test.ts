import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it, onTestFinished } from "vitest";
import type { OfferEvent } from "../../../../widget/types/event.ts";
import type { EventStore } from "../../../../widget/collector/store/store.ts";
import { isInvalidated, openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { summarise } from "../../../../widget/collector/summarise.ts";
import { anEvent, anOrder, aSwap, NOON } from "../anEvent.ts";
import { NO_ROWS } from "../noRows.ts";

async function aFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goeswith-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "events.duckdb");
}

const insert = (store: EventStore, ...events: readonly OfferEvent[]) =>
  store.insert({ events: events.map((event) => ({ event, shop: "demo", received: event.at, happened: event.at, skew: 0 })), drops: [] });

async function figuresOf(...events: readonly OfferEvent[]) {
  const store = await openDuckdb(await aFile());
  onTestFinished(store.stop);
  await insert(store, ...events);
  return store.figures();
}

describe("an event store", () => {
  it("names the ids that are new, also after it was opened again", async () => {
    const file = await aFile();
    const first = await openDuckdb(file);
    expect(await insert(first, anEvent("shown", "e1"), anEvent("seen", "e2"))).toEqual(new Set(["e1", "e2"]));
    expect(await insert(first, anEvent("shown", "e1"), anEvent("seen", "e3"))).toEqual(new Set(["e3"]));
    await first.stop();
    const second = await openDuckdb(file);
    onTestFinished(second.stop);
    expect(await insert(second, anEvent("shown", "e1"))).toEqual(new Set());
    expect((await second.figures()).events).toBe(3);
  });

  it("stores what is new beside what is known, with the drops told once", async () => {
    const store = await openDuckdb(await aFile());
    onTestFinished(store.stop);
    await insert(store, anEvent("shown", "e1"));
    const stored = ["e1", "e2", "e2"].map((id) => ({ event: anEvent("seen", id), shop: "demo", received: NOON, happened: NOON, skew: 0 }));
    const fresh = await store.insert({ events: stored, drops: [{ batch: "b1", shop: "demo", reason: "overflow", count: 3 }] });
    expect(fresh).toEqual(new Set(["e2"]));
    expect(await store.figures()).toMatchObject({ events: 2, dropped: [{ reason: "overflow", count: 3 }] });
  });

  it("counts nothing when it is empty", async () => {
    const nothing = { shown: 0, seen: 0, opened: 0, taken: 0, ordered: 0 };
    expect(await figuresOf()).toEqual({ ...NO_ROWS, visitSteps: [nothing] });
  });

  it("stores nothing of a group that fails", async () => {
    const store = await openDuckdb(await aFile());
    onTestFinished(store.stop);
    const broken = anEvent("shown", "e2", { price: "not a number" });
    await expect(insert(store, anEvent("shown", "e1"), broken)).rejects.toThrow("not a number");
    expect((await store.figures()).events).toBe(0);
    expect(await insert(store, anEvent("shown", "e1"))).toEqual(new Set(["e1"]));
  });

  it("keeps the largest count of drops told for the same batch", async () => {
    const store = await openDuckdb(await aFile());
    onTestFinished(store.stop);
    const drop = { batch: "b1", shop: "demo", reason: "overflow", count: 3 };
    await store.insert({ events: [], drops: [drop, { ...drop, count: 2 }] });
    await store.insert({
      events: [],
      drops: [
        { ...drop, count: 5 },
        { ...drop, batch: "b2", count: 1 },
      ],
    });
    expect((await store.figures()).dropped).toEqual([{ reason: "overflow", count: 6 }]);
  });
});

it("knows a database that has to be opened anew from one that could not do something", async () => {
  const instance = await DuckDBInstance.create(await aFile());
  const connection = await instance.connect();
  onTestFinished(() => connection.closeSync());
  const failureOf = (sql: string) => connection.run(sql).catch((error: unknown) => error);
  expect(isInvalidated(await failureOf("select * from nothing"))).toBe(false);
  await connection.run("create table t as select 1; set debug_checkpoint_abort = 'before_header'");
  const [first, later] = [await failureOf("checkpoint"), await failureOf("select 1")];
  expect([isInvalidated(first), isInvalidated(later)]).toEqual([true, true]);
});

it("row 138: a log that ends anywhere gives whole groups, in order, and takes more", async () => {
  const file = await aFile();
  const store = await openDuckdb(file);
  onTestFinished(store.stop);
  const ends: number[] = [];
  for (const group of [1, 2, 3]) {
    await insert(store, anEvent("shown", `${group}a`), anEvent("seen", `${group}b`));
    ends.push((await stat(`${file}.wal`)).size);
  }
  const [first = 0, second = 0, third = 0] = ends;
  const cut = [first - 1, first, first + 1, second - 1, Math.floor((second + third) / 2), third];
  for (const [at, length] of cut.entries()) {
    const copy = `${file}-${at}`;
    await copyFile(file, copy);
    await writeFile(`${copy}.wal`, (await readFile(`${file}.wal`)).subarray(0, length));
    const torn = await openDuckdb(copy);
    onTestFinished(torn.stop);
    expect((await torn.figures()).events).toBe(2 * ends.filter((end) => end <= length).length);
    expect(await insert(torn, anEvent("shown", "3a"))).toEqual(new Set(length < third ? ["3a"] : []));
  }
}, 30_000);

describe("row 144: what is counted", () => {
  it("counts one offer once per page view, however often it was drawn", async () => {
    const { places } = await figuresOf(
      ...[anEvent("shown", "e1"), anEvent("shown", "e2"), anEvent("seen", "e3"), anEvent("seen", "e4"), anEvent("opened", "e5")],
      ...[anEvent("shown", "f1", { view: "view2" }), anEvent("added", "f2", { view: "view2" }), anEvent("undone", "f3", { view: "view2" })],
    );
    expect(places).toEqual([{ placement: "cart", kind: "cross-sell", shown: 2, seen: 1, opened: 1, taken: 1, takenUnseen: 1, undone: 1 }]);
  });

  it("counts an order once, the first time it comes in", async () => {
    const line = { product: "case", quantity: 2, price: 1990, offer: "cart.cross-sell.phone.case" };
    const { orders, orderedLines } = await figuresOf(
      anOrder("o1", [line], { order: "A", total: 5000 }),
      anOrder("o2", [line, line], { order: "A", total: 9000 }),
      anOrder("o3", [{ product: "phone", quantity: 1, price: 700 }], { order: "B" }),
    );
    expect(orders).toEqual([
      { currency: "EUR", withOffer: false, orders: 1, valued: 1, sum: 700 },
      { currency: "EUR", withOffer: true, orders: 1, valued: 1, sum: 5000 },
    ]);
    expect(orderedLines).toEqual([{ placement: "cart", kind: "cross-sell", currency: "EUR", lines: 1, unpriced: 0, extra: 3980 }]);
  });

  it("counts a swap by what it cost more, keeps currencies apart, and leaves out what has no price", async () => {
    const swap = { product: "p128", quantity: 2, price: 59_900, priceOfOther: 49_900, offer: aSwap.offer };
    const { orderedLines } = await figuresOf(
      anOrder("o1", [swap, { product: "p128", quantity: 1, price: 59_900, offer: aSwap.offer }]),
      anOrder("o2", [{ product: "case", quantity: 1, price: 15, offer: "cart.cross-sell.phone.case" }], { currency: "JPY" }),
      anOrder("o3", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }]),
    );
    expect(orderedLines).toEqual([
      { placement: "cart", kind: "cross-sell", currency: "EUR", lines: 1, unpriced: 1, extra: 0 },
      { placement: "cart", kind: "up-sell", currency: "EUR", lines: 2, unpriced: 1, extra: 20_000 },
      { placement: "cart", kind: "cross-sell", currency: "JPY", lines: 1, unpriced: 0, extra: 15 },
    ]);
  });

  it("survives the largest orders that pass the check", async () => {
    const line = { product: "case", quantity: 100_000, price: 1e12, offer: "cart.cross-sell.phone.case" };
    const figures = await figuresOf(
      anOrder(
        "o1",
        Array.from({ length: 500 }, () => line),
      ),
    );
    expect(figures.orderedLines[0]?.extra).toBeCloseTo(5e19, -6);
    expect(JSON.stringify(summarise(figures, "UTC"))).not.toMatch(/null|NaN/);
  });

  it("pairs what was ordered with what it was offered for", async () => {
    const { pairs } = await figuresOf(
      ...[anEvent("seen", "e1"), anEvent("added", "e2"), anEvent("seen", "e3", { view: "view2" }), anEvent("swapped", "e4", aSwap)],
      anOrder("o1", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }]),
    );
    expect(pairs).toEqual([
      { kind: "cross-sell", for: "phone", product: "case", seen: 2, taken: 1, takenUnseen: 0, ordered: 1 },
      { kind: "up-sell", for: "p64", product: "p128", seen: 0, taken: 1, takenUnseen: 1, ordered: 0 },
    ]);
  });

  it("counts by source and by visit too, an ordered line for the source that offered it", async () => {
    const rules = { source: "rules", offer: "cart.cross-sell.phone.glass", product: "glass" };
    const { sources, visitSteps } = await figuresOf(
      ...[anEvent("seen", "e1"), anEvent("seen", "e2", { view: "view2" }), anEvent("shown", "e3", rules)],
      ...[anEvent("added", "e4", { visit: "visit2" }), anEvent("shown", "e5", { ...rules, visit: "visit2" })],
      anOrder("o1", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }], { visit: "visit2" }),
      anOrder("o2", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }], { visit: "visit2" }),
    );
    const none = { shown: 0, seen: 0, opened: 0, taken: 0, takenUnseen: 0, undone: 0, ordered: 0 };
    expect(sources).toEqual([
      { ...none, source: "model", seen: 2, taken: 1, takenUnseen: 1, ordered: 2 },
      { ...none, source: "rules", shown: 2 },
    ]);
    const model = { shown: 0, seen: 1, opened: 0, taken: 1, ordered: 1 };
    expect(visitSteps).toEqual([
      { ...model, shown: 2 },
      { ...model, shown: 2, placement: "cart", kind: "cross-sell" },
      { ...model, source: "model" },
      { ...model, source: "rules", shown: 2, seen: 0, taken: 0, ordered: 0 },
    ]);
  });

  it("lists the least taken of the pairs that were seen often enough to be judged", async () => {
    const looks = (product: string, seen: number, taken: number) =>
      Array.from({ length: seen }, (_, at) => {
        const over = { view: `${product}${at}`, product, offer: `cart.cross-sell.phone.${product}` };
        const type = (name: "seen" | "added") => anEvent(name, `${name}-${product}-${at}`, over);
        return at < taken ? [type("seen"), type("added")] : [type("seen")];
      }).flat();
    const { worst } = await figuresOf(...looks("good", 40, 20), ...looks("bad", 40, 0), ...looks("new", 19, 0), ...looks("so-so", 20, 1));
    expect(worst.map(({ product, seen, taken }) => [product, seen, taken])).toEqual([
      ["bad", 40, 0],
      ["so-so", 20, 1],
      ["good", 40, 20],
    ]);
  });

  it("leaves an order the shop cancelled out of extra sales and averages, and takes what was kept of the others", async () => {
    const store = await openDuckdb(":memory:");
    onTestFinished(store.stop);
    const line = { product: "case", quantity: 1, price: 1990, offer: "cart.cross-sell.phone.case" };
    await insert(store, anOrder("o1", [line], { order: "A", total: 5000 }), anOrder("o2", [line], { order: "B", total: 7000 }));
    const order = { shop: "demo", at: NOON, currency: "EUR", net: 4000, refunded: 500, isCancelled: false };
    await store.confirm([
      { ...order, order: "A" },
      { ...order, order: "B", isCancelled: true },
    ]);
    const { orders, orderedLines } = await store.figures();
    expect(orders).toEqual([{ currency: "EUR", withOffer: true, orders: 1, valued: 1, sum: 3500 }]);
    expect(orderedLines).toMatchObject([{ lines: 1, extra: 1990 }]);
  });

  it("takes the last answer to a refusal, and a refusal without one as none", async () => {
    const { answers, failures } = await figuresOf(
      ...[
        anEvent("dismissed", "e1", { seq: 1 }),
        anEvent("rated", "e2", { seq: 2, answer: "have-it" }),
        anEvent("rated", "e3", { seq: 3, answer: "too-dear" }),
      ],
      ...[anEvent("dismissed", "e4", { view: "view2" }), anEvent("rated", "e5", { view: "view3", answer: "helpful" })],
      anEvent("failed", "e6", { view: "view4", reason: "sold-out" }),
    );
    const pair = { for: "phone", product: "case", count: 1 };
    expect(answers).toEqual([
      { ...pair, answer: "helpful" },
      { ...pair, answer: "none" },
      { ...pair, answer: "too-dear" },
    ]);
    expect(failures).toEqual([{ reason: "sold-out", count: 1 }]);
  });

  it("has the same sums over time as over all", async () => {
    const figures = await figuresOf(
      ...Array.from({ length: 50 }, (_, n) =>
        anEvent(n % 3 === 0 ? "added" : "seen", `e${n}`, { view: `view${n}`, at: NOON + n * 1_234_567 }),
      ),
      anOrder("o1", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }]),
    );
    const { total, series } = summarise(figures, "Europe/Berlin");
    const over = (step: "seen" | "taken" | "ordered") => series.points.reduce((sum, point) => sum + point[step], 0);
    expect([over("seen"), over("taken"), over("ordered")]).toEqual([total.seen, total.taken, total.ordered]);
    expect([total.seen, total.taken, total.ordered]).toEqual([33, 17, 1]);
  });
});

describe("row 119: what is at rest", () => {
  it("has these columns and no others", async () => {
    const file = await aFile();
    await (await openDuckdb(file)).stop();
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    const rows = await connection.runAndReadAll("select table_name || '.' || column_name from information_schema.columns order by all");
    const columns = rows.getRows().map(([name]) => String(name));
    connection.closeSync();
    instance.closeSync();
    const event =
      "answer arm arrival build counterpart currency happened id kind lines offer order_hash page_view person place placement price";
    const more = "price_of_other product quantity reason received seq shop skew source total type version visit";
    const drop = "batch count reason shop";
    const confirmed = "arm cancelled cost currency customer happened net order_hash refunded shop visit";
    expect(columns).toEqual([
      ...confirmed.split(" ").map((name) => `confirmed.${name}`),
      ...drop.split(" ").map((name) => `drops.${name}`),
      ...`${event} ${more}`.split(" ").map((name) => `events.${name}`),
    ]);
  });

  it("is one file once the store is closed", async () => {
    const file = await aFile();
    const store = await openDuckdb(file);
    await insert(store, anEvent("shown", "e1", { product: "a-product-to-find" }));
    await store.stop();
    await expect(readFile(`${file}.wal`)).rejects.toThrow("ENOENT");
    expect((await readFile(file)).includes("a-product-to-find")).toBe(true);
  });
});
