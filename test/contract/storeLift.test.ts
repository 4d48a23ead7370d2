// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { ConfirmedOrder } from "../../widget/types/confirmedOrder.ts";
import type { OfferEvent } from "../../widget/types/event.ts";
import type { LiftRows } from "../../widget/types/liftRows.ts";
import type { StoreMaker } from "../support/stores.ts";
import { confirmed, insert, STORES } from "../support/stores.ts";
import { anEvent, anOrder, NOON } from "../unit/collector/anEvent.ts";

const DAY = 86_400_000;
const TODAY = NOON - DAY / 2;

const about = (visit: string, over: Partial<OfferEvent>) => ({
  visit,
  seq: 1,
  at: NOON,
  view: "view1",
  arm: "offers",
  version: "0.1.0",
  ...over,
});
const eligible = (visit: string, over: Partial<OfferEvent> = {}) =>
  ({ ...about(visit, over), id: `eligible-${visit}`, type: "eligible" }) as OfferEvent;
const ordered = (visit: string, order: string, over: Readonly<Record<string, unknown>> = {}) =>
  anOrder(`posted-${visit}-${order}`, [], { visit, order, total: 5000, ...over });
/** The shop's newest order, so that its books cover what the tests are about. */
const later = confirmed("later", { at: NOON + DAY });

const comparing =
  ({ place }: StoreMaker) =>
  async (events: readonly OfferEvent[], orders: readonly ConfirmedOrder[] = []): Promise<LiftRows> => {
    const store = await (await place()).open();
    await insert(store, ...events);
    await store.confirm(orders);
    return (await store.figures()).lift;
  };

const revenues = ({ money }: LiftRows) => money.map(({ arm, currency, orders, revenue }) => [arm, currency, orders, revenue]);

describe.each(STORES)("the units that $name compares", (maker) => {
  const liftOf = comparing(maker);

  it("are visits with an eligible event, in the arm they were drawn into; others are only counted", async () => {
    const [drawn, late] = [anEvent("shown", "s1", { visit: "v1" }), anEvent("shown", "s2", { visit: "v3" })];
    const lift = await liftOf([eligible("v1"), eligible("v2", { arm: "holdout" }), drawn, late, ordered("v1", "A"), ordered("v3", "B")]);
    expect(lift.units).toEqual([
      { day: TODAY, arm: "holdout", units: 1, buyers: 0 },
      { day: TODAY, arm: "offers", units: 1, buyers: 1 },
    ]);
    expect(lift).toMatchObject({ basis: "posted", comparedVisits: 2, inNeither: 1, posted: 2 });
    expect(revenues(lift)).toEqual([["offers", "EUR", 1, 5000]]);
  });

  it("are persons where the arm was drawn for a person, with all they bought since", async () => {
    const person = { person: "p1", arm: "holdout" } as const;
    const lift = await liftOf([
      ...[eligible("v1", person), eligible("v2", { ...person, at: NOON + DAY }), eligible("v4")],
      ...[ordered("v2", "A", { ...person, at: NOON + DAY }), ordered("v3", "B", { ...person, at: NOON + 9 * DAY })],
      ordered("v0", "before", { ...person, at: NOON - 3 * DAY }),
    ]);
    expect(lift.units).toEqual([
      { day: TODAY, arm: "holdout", units: 1, buyers: 1 },
      { day: TODAY, arm: "offers", units: 1, buyers: 0 },
    ]);
    expect(lift.money).toMatchObject([
      { arm: "holdout", orders: 2, ordersSquared: 4, revenue: 10_000, revenueSquared: 1e8, largest: 10_000 },
    ]);
    expect(lift.comparedVisits).toBe(3);
  });

  it("keep the arm they were drawn into first", async () => {
    const { units } = await liftOf([eligible("v1"), { ...eligible("v1", { arm: "holdout" }), id: "again" }]);
    expect(units).toEqual([{ day: TODAY, arm: "offers", units: 1, buyers: 0 }]);
  });

  it("have their orders once, in each currency, and without money where none is known", async () => {
    const lift = await liftOf([
      ...[eligible("v1"), ordered("v1", "A"), { ...ordered("v1", "A"), id: "reload" }, ordered("v1", "B", { currency: "JPY", total: 70 })],
      ...[eligible("v2"), ordered("v2", "C", { total: undefined, lines: [{ product: "case", quantity: 1 }] })],
    ]);
    expect(lift.units).toEqual([{ day: TODAY, arm: "offers", units: 2, buyers: 2 }]);
    expect(revenues(lift)).toEqual([
      ["offers", "EUR", 1, 5000],
      ["offers", "JPY", 1, 70],
    ]);
  });
});

describe.each(STORES)("the shop's own orders in $name", (maker) => {
  const liftOf = comparing(maker);

  it("row 144: take the place of what was posted: net of refunds, without what was cancelled, with what the browser missed", async () => {
    const events = [
      eligible("v1"),
      eligible("v2"),
      eligible("v3"),
      eligible("v4"),
      ordered("v1", "A"),
      ordered("v2", "B"),
      ordered("v4", "forged"),
    ];
    const lift = await liftOf(events, [
      confirmed("A", { refunded: 1500, cost: 1000 }),
      confirmed("B", { isCancelled: true }),
      confirmed("missed", { net: 3000, mark: { visit: "v3", arm: "offers" } }),
      ...[confirmed("unknown"), later],
    ]);
    expect(lift.units).toEqual([{ day: TODAY, arm: "offers", units: 4, buyers: 2 }]);
    expect(lift.money).toMatchObject([{ orders: 2, revenue: 5500, costed: 1, profit: 1500 }]);
    expect(lift).toMatchObject({ basis: "confirmed", posted: 3, unverified: 1, confirmed: 4, recognised: 2 });
    expect(lift.orderDays).toEqual([
      { day: TODAY, currency: "EUR", orders: 3, sum: 9500 },
      { day: TODAY + DAY, currency: "EUR", orders: 1, sum: 4000 },
    ]);
  });

  it("leave out visits they are too old to know of", async () => {
    const { units } = await liftOf([eligible("v1"), eligible("v2", { at: NOON + 2 * DAY })], [later]);
    expect(units).toEqual([{ day: TODAY, arm: "offers", units: 1, buyers: 0 }]);
  });

  it("may be told again, and the later word counts", async () => {
    const lift = await liftOf([eligible("v1"), ordered("v1", "A")], [confirmed("A"), later, confirmed("A", { refunded: 4000 })]);
    expect(revenues(lift)).toEqual([["offers", "EUR", 1, 0]]);
  });

  it("row 142: alone decide about completed checkouts: nothing that is posted changes them", async () => {
    const marked = (visit: string, arm: "offers" | "holdout") => confirmed(`of-${visit}`, { mark: { visit, arm } });
    const orders = [marked("v1", "offers"), marked("v2", "holdout"), marked("v3", "holdout"), confirmed("unmarked"), later];
    const honest = await liftOf([eligible("v1"), eligible("v2", { arm: "holdout" })], orders);
    expect(honest.checkouts).toEqual([
      { day: TODAY, arm: "holdout", units: 2 },
      { day: TODAY, arm: "offers", units: 1 },
    ]);
    const forged = Array.from({ length: 50 }, (_, at) => [
      eligible(`f${at}`),
      ordered(`f${at}`, at === 0 ? "unmarked" : `F${at}`, { arm: "holdout" }),
    ]);
    const stolen = [ordered("thief", "of-v1", { arm: "holdout" }), eligible("v1", { arm: "holdout" })];
    expect((await liftOf([...stolen, ...forged.flat()], orders)).checkouts).toEqual(honest.checkouts);
  });

  it("count a person's checkout once, for the day of the draw", async () => {
    const person = { person: "p1", arm: "holdout" } as const;
    const events = [eligible("v1", { ...person, at: NOON - 20 * DAY }), eligible("v2", person), eligible("v3", person)];
    const mark = (visit: string) => ({ mark: { visit, arm: "holdout" as const } });
    const { checkouts } = await liftOf(events, [confirmed("A", mark("v2")), confirmed("B", mark("v3")), later]);
    expect(checkouts).toEqual([{ day: TODAY - 20 * DAY, arm: "holdout", units: 1 }]);
  });

  it("tell by arm how many came back and how many sent things back", async () => {
    const of = (order: string, visit: string, over: Partial<ConfirmedOrder>) =>
      confirmed(order, { mark: { visit, arm: "offers" }, ...over });
    const lift = await liftOf(
      [eligible("v1"), eligible("v2"), eligible("v3", { arm: "holdout" }), eligible("v4", { at: NOON + 50 * DAY })],
      [
        of("A", "v1", { customer: "ann", refunded: 10 }),
        confirmed("A2", { customer: "ann", at: NOON + 80 * DAY }),
        of("B", "v2", { customer: "bob" }),
        confirmed("B2", { customer: "bob", at: NOON + 95 * DAY }),
        confirmed("C", { customer: "cyd", mark: { visit: "v3", arm: "holdout" } }),
        of("D", "v4", { customer: "dan", at: NOON + 50 * DAY }),
        confirmed("newest", { at: NOON + 100 * DAY }),
      ],
    );
    expect(lift.afterwards).toEqual([
      { arm: "holdout", orders: 1, returned: 0, customers: 1, repeated: 0 },
      { arm: "offers", orders: 3, returned: 1, customers: 2, repeated: 1 },
    ]);
  });
});
