import type { ConfirmedOrder } from "../../widget/types/confirmedOrder.ts";
import type { ComparedArm } from "../../widget/types/arm.ts";
import type { OfferEvent } from "../../widget/types/event.ts";
import type { ShopDay } from "./simulateShop.ts";

const HOUR = 3_600_000;

export interface Delivered {
  /** As browsers post them. */
  readonly events: readonly OfferEvent[];
  /** As the shop's export has them. */
  readonly orders: readonly ConfirmedOrder[];
}

/** What a day of the simulated shop sends: `eligible` of every visit, the orders, and the shop's own word on them a little later. */
export function shopEvents(day: ShopDay): Delivered {
  const arms = (["holdout", "offers"] as const).map((arm) => armEvents(day, arm));
  return { events: arms.flatMap(({ events }) => events), orders: arms.flatMap(({ orders }) => orders) };
}

function armEvents({ day, ...arms }: ShopDay, arm: ComparedArm): Delivered {
  const { units, orders } = arms[arm];
  const name = (at: number) => `${arm}-${day / 24 / HOUR}-${at}`;
  const base = (at: number, seq: number, hour: number) =>
    ({ id: `${name(at)}-${seq}`, seq, at: day + hour * HOUR, visit: name(at), view: "view1", arm, version: "0.1.0" }) as const;
  const eligible = Array.from({ length: units }, (_, at): OfferEvent => ({ ...base(at, 1, 6), type: "eligible" }));
  const ordered = orders.map((total, at): OfferEvent => {
    return { ...base(at, 2, 7), type: "ordered", order: `order-${name(at)}`, currency: "EUR", total, lines: [] };
  });
  const confirmed = orders.map((net, at): ConfirmedOrder => {
    const mark = { visit: name(at), arm };
    return { shop: "demo", order: `order-${name(at)}`, at: day + 8 * HOUR, currency: "EUR", net, refunded: 0, isCancelled: false, mark };
  });
  return { events: [...eligible, ...ordered], orders: confirmed };
}
