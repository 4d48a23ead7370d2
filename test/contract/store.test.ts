// @vitest-environment node
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOrder, shortOrderHash } from "../../widget/browser/lib/hashOrder.ts";
import { confirmed, insert, stored, STORES } from "../support/stores.ts";
import { aFolder } from "../unit/collector/aCollector.ts";
import { anEvent, anOrder, NOON } from "../unit/collector/anEvent.ts";

const DAY = 86_400_000;
const NOTHING = { events: 0, drops: 0, orders: 0, months: 0 };
const line = { product: "case", quantity: 1, price: 1990, offer: "cart.cross-sell.phone.case" };

describe.each(STORES)("what $name keeps", ({ place }) => {
  it("row 136: is one row per id, also after it was opened again", async () => {
    const here = await place();
    const first = await here.open();
    expect(await insert(first, anEvent("shown", "e1"), anEvent("seen", "e2"), anEvent("shown", "e1"))).toEqual(new Set(["e1", "e2"]));
    expect(await insert(first, anEvent("shown", "e1"), anEvent("seen", "e3"))).toEqual(new Set(["e3"]));
    await first.stop();
    const second = await here.open();
    expect(await insert(second, anEvent("shown", "e1"))).toEqual(new Set());
    expect([(await second.figures()).events, (await second.size()).events]).toEqual([3, 3]);
  });

  it("is what is new beside what is known, with the drops told once", async () => {
    const store = await (await place()).open();
    await insert(store, anEvent("shown", "e1"));
    const events = ["e1", "e2", "e2"].map((id) => stored(anEvent("seen", id)));
    const drops = [{ batch: "b1", shop: "demo", reason: "overflow", count: 3, received: NOON }];
    expect(await store.insert({ events, drops })).toEqual(new Set(["e2"]));
    expect(await store.figures()).toMatchObject({ events: 2, dropped: [{ reason: "overflow", count: 3 }] });
  });

  it("is all of a group or nothing", async () => {
    const store = await (await place()).open();
    const broken = anEvent("shown", "e2", { price: "not a number" });
    await expect(insert(store, anEvent("shown", "e1"), broken)).rejects.toThrow("not a number");
    expect((await store.figures()).events).toBe(0);
    expect(await insert(store, anEvent("shown", "e1"))).toEqual(new Set(["e1"]));
  });

  it("is the largest count of drops told for the same batch", async () => {
    const store = await (await place()).open();
    const drop = { batch: "b1", shop: "demo", reason: "overflow", count: 3, received: NOON };
    await store.insert({ events: [], drops: [drop, { ...drop, count: 2 }] });
    const [more, other] = [
      { ...drop, count: 5 },
      { ...drop, batch: "b2", count: 1 },
    ];
    await store.insert({ events: [], drops: [more, other] });
    expect((await store.figures()).dropped).toEqual([{ reason: "overflow", count: 6 }]);
  });

  it("row 146: goes by the order in which it came in, whatever the clocks did meanwhile", async () => {
    const here = await place();
    const first = await here.open();
    await insert(
      first,
      anOrder("o1", [line], { order: "A", total: 5000, at: NOON }),
      anEvent("rated", "r1", { answer: "too-dear", seq: 2 }),
    );
    await first.stop();
    const store = await here.open();
    const back = NOON - 3_600_000;
    await insert(
      store,
      anOrder("o2", [], { order: "A", total: 9000, at: back }),
      anEvent("rated", "r2", { answer: "have-it", seq: 3, at: back }),
    );
    const { orders, answers } = await store.figures();
    expect([orders, answers]).toMatchObject([[{ sum: 5000 }], [{ answer: "have-it", count: 1 }]]);
    const file = join(await aFolder(), "events.csv");
    await store.export({ table: "events", format: "csv", file });
    const ids = (await readFile(file, "utf8")).split("\n").map((row) => row.split(",")[0]);
    expect(ids).toEqual(["id", "o1", "r1", "o2", "r2", ""]);
  });

  it("is what the switch file said, in its order, over restarts and whatever is forgotten", async () => {
    const here = await place();
    const states = [
      { at: 1, since: 0, offers: "on", holdout: 0.5 },
      { at: 1, since: 0, offers: "on", holdout: 0.05, decidedAt: 1 },
      { at: 1, since: 0, offers: "off", holdout: 0.05, decidedAt: 1 },
    ] as const;
    const first = await here.open();
    expect(await first.switches()).toEqual([]);
    for (const state of states) await first.keepSwitch(state);
    await first.forget({ visit: "nobody" });
    expect(await first.switches()).toEqual(states);
    await first.stop();
    expect(await (await here.open()).switches()).toEqual(states);
  });

  it("can be checked for room, until it is stopped", async () => {
    const store = await (await place()).open();
    await store.check();
    expect(await store.size()).toMatchObject({ events: 0, bytes: expect.any(Number) as number });
    await store.stop();
    await store.stop();
    await expect(store.check()).rejects.toThrow();
  });
});

describe.each(STORES)("what $name forgets", ({ place }) => {
  it("row 120: is in no byte of what it keeps, while other rows stay", async () => {
    const here = await place();
    const first = await here.open();
    const mine = { visit: "visit-to-forget", product: "product-to-forget", person: "person-to-forget" };
    const drop = { shop: "demo", reason: "overflow", count: 1, received: NOON };
    await first.insert({
      events: [
        ...[anEvent("shown", "first-to-forget", mine), anEvent("seen", "e2", { ...mine, visit: "visit-too-to-forget" })],
        anOrder("o1", [{ ...line, product: "line-to-forget" }], { visit: "visit-to-forget", order: "order-to-forget" }),
        ...Array.from({ length: 3000 }, (_, n) => anEvent("shown", `s${n}`, { visit: "visit-that-stays", product: "product-that-stays" })),
      ].map((event) => stored(event)),
      drops: [
        { ...drop, batch: "first-to-forget" },
        { ...drop, batch: "s0" },
      ],
    });
    await first.confirm([confirmed("order-to-forget", { customer: "customer-to-forget" }), confirmed("order-that-stays")]);
    await first.stop();
    expect(String(await here.bytes())).toContain("to-forget");
    const store = await here.open();
    expect(await store.forget({ visit: "visit-to-forget" })).toEqual({ events: 3, drops: 1, orders: 1, months: 0 });
    expect((await here.bytes()).includes("to-forget")).toBe(false);
    expect(await insert(store, anEvent("shown", "s0"), anEvent("shown", "later"))).toEqual(new Set(["later"]));
    const { events, dropped, lift } = await store.figures();
    expect([events, dropped, lift.confirmed]).toEqual([3001, [{ reason: "overflow", count: 1 }], 1]);
    await store.stop();
    const bytes = await here.bytes();
    expect([bytes.includes("to-forget"), bytes.includes("that-stays")]).toEqual([false, true]);
  });

  it("by an order's id as the shop writes it is all of the person that placed it", async () => {
    const store = await (await place()).open();
    const [hash, short] = [await hashOrder("demo", "#1001"), shortOrderHash("demo", "#1002")];
    await insert(
      store,
      ...[anEvent("shown", "e1", { visit: "v1", person: "p1" }), anEvent("shown", "e2", { visit: "v2", person: "p1" })],
      ...[
        anOrder("o1", [], { visit: "v1", order: hash }),
        anOrder("o2", [], { visit: "v3", order: short }),
        anEvent("shown", "e3", { visit: "v4" }),
      ],
    );
    const mark = (visit: string) => ({ mark: { visit, arm: "offers" as const } });
    await store.confirm([
      confirmed(hash, { customer: "ann" }),
      confirmed("other", { customer: "ann", ...mark("v4") }),
      confirmed("x", { customer: "bob" }),
    ]);
    expect(await store.forget({ order: "#1001" })).toEqual({ events: 4, drops: 0, orders: 2, months: 0 });
    expect(await store.forget({ order: "#1002" })).toEqual({ ...NOTHING, events: 1 });
    expect(await store.forget({ order: "#1003" })).toEqual(NOTHING);
  });

  it("is not what somebody else posted the order ids of", async () => {
    const store = await (await place()).open();
    const orders = ["A", "B", "C"];
    await insert(store, ...orders.map((order) => anOrder(`mine-${order}`, [], { visit: `of-${order}`, order })));
    await insert(store, ...orders.map((order) => anOrder(`forged-${order}`, [], { visit: "thief", order })));
    await store.confirm(orders.map((order) => confirmed(order)));
    expect(await store.forget({ order: "A" })).toEqual({ events: 2, drops: 0, orders: 1, months: 0 });
    expect(await store.forget({ visit: "thief" })).toEqual({ ...NOTHING, events: 2 });
  });

  it("before a time is everything that happened then, sums of whole months too", async () => {
    const store = await (await place()).open();
    await insert(
      store,
      anEvent("shown", "may", { at: Date.UTC(2026, 4, 31) }),
      anEvent("shown", "june", { visit: "v2" }),
      anEvent("shown", "e3", { at: NOON + DAY, visit: "v3" }),
    );
    await store.condense(NOON + DAY);
    await store.confirm([confirmed("A", { at: NOON }), confirmed("B", { at: NOON + 3 * DAY })]);
    expect(await store.forget({ before: NOON + 2 * DAY })).toEqual({ events: 1, drops: 0, orders: 1, months: 1 });
    expect((await store.figures()).earlier.map(({ month }) => month)).toEqual([Date.UTC(2026, 5, 1)]);
  });
});

describe.each(STORES)("what $name condenses", ({ place }) => {
  const LATER = NOON + 40 * DAY;

  it("is kept as sums of months, once, and the rest is as it was", async () => {
    const here = await place();
    const store = await here.open();
    const order = { order: "A", total: 5000 };
    await insert(
      store,
      ...[
        anEvent("shown", "early-1"),
        anEvent("shown", "early-2"),
        anEvent("seen", "early-3"),
        anEvent("opened", "early-4"),
        anEvent("added", "early-5"),
      ],
      ...[
        anEvent("shown", "early-6", { visit: "visit2", at: NOON + 35 * DAY }),
        anOrder("early-7", [line, { product: "phone", quantity: 1 }], order),
      ],
      ...[anEvent("shown", "new1", { at: LATER, visit: "visit3" }), anOrder("reload", [line], { ...order, at: LATER, visit: "visit3" })],
    );
    await store.confirm([confirmed("A", { at: NOON }), confirmed("B", { at: LATER })]);
    expect(await store.condense(LATER)).toEqual({ events: 8, drops: 0, orders: 1, months: 0 });
    const { events, visits, orders, earlier, lift } = await store.figures();
    expect([events, visits, orders, lift.confirmed]).toEqual([1, 1, [], 1]);
    const none = { visits: 0, orders: 0, shown: 0, seen: 0, opened: 0, taken: 0, ordered: 0 };
    const june = { ...none, month: Date.UTC(2026, 5, 1), visits: 1, orders: 1, shown: 1, seen: 1, opened: 1, taken: 1, ordered: 1 };
    expect(earlier).toEqual([june, { ...none, month: Date.UTC(2026, 6, 1), visits: 1, shown: 1 }]);
    expect((await here.bytes()).includes("early-")).toBe(false);
    expect(await store.condense(LATER)).toEqual(NOTHING);
  });

  it("adds up over the days of a month, and counts a visit over midnight when the last of it goes", async () => {
    const store = await (await place()).open();
    const midnight = NOON + DAY / 2;
    await insert(
      store,
      anEvent("shown", "e1", { at: midnight - 1 }),
      anEvent("shown", "e2", { at: midnight, view: "view2" }),
      anEvent("seen", "e3", { visit: "visit2", at: NOON }),
    );
    await store.condense(midnight);
    expect((await store.figures()).earlier).toMatchObject([{ visits: 1, shown: 1, seen: 1 }]);
    await store.condense(midnight + DAY);
    expect((await store.figures()).earlier).toMatchObject([{ visits: 2, shown: 2, seen: 1 }]);
  });
});
