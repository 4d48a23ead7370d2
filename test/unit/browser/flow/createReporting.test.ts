import { beforeEach, expect, test, vi } from "vitest";
import type { Cart } from "../../../../widget/types/cart.ts";
import type { Config } from "../../../../widget/types/config.ts";
import type { PlacedOrder, Platform } from "../../../../widget/types/platform.ts";
import { createReporting } from "../../../../widget/browser/flow/createReporting.ts";
import { aDelivery } from "../../../support/aDelivery.ts";
import { aCart, aLine, euro } from "../../../support/builders.ts";

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

/** The confirmation page of a shop that tells its order so. */
function openPage(order: Platform["order"]) {
  const { consent, visit, recorder, stop: stopDelivery } = aDelivery({ report: false });
  const told: object[] = [];
  recorder.on((happening) => told.push(happening));
  const stage = { slots: [], lists: new Map(), drawn: new Map(), world: {} } as object;
  const companion = { last: () => aCart(aLine({ quantity: 2 })), ordered: vi.fn<() => void>() };
  const reporting = createReporting({
    stage: stage as Parameters<typeof createReporting>[0]["stage"],
    config: { shop: "Aster", dataLayer: false } as Config,
    platform: { order } as Platform,
    consent,
    visit,
    recorder,
    sinks: [],
    taken: () => [],
    companion,
    saw: () => {},
  });
  reporting.begin();
  const stop = () => {
    reporting.stop();
    stopDelivery();
  };
  return { told, companion, stop };
}

/** A confirmation page that names nothing but the order's number. */
const byLast = (last?: Cart): PlacedOrder | undefined =>
  last && {
    id: "1001",
    currency: last.currency,
    lines: last.lines.map(({ product, quantity, price }) => ({ product, quantity, ...(price && { price }) })),
  };

test("a confirmation page is told the newest cart, and once the order is known that cart is done with", async () => {
  const page = openPage(byLast);
  await vi.waitFor(() => expect(page.companion.ordered).toHaveBeenCalledOnce());
  expect(page.told).toMatchObject([{ type: "ordered", lines: [{ product: "phone", quantity: 2, price: euro(499).minor }] }]);
  page.stop();
});

test("row 30: a confirmation page that is loaded again counts once, and its cart is done with all the same", async () => {
  const first = openPage(byLast);
  await vi.waitFor(() => expect(first.companion.ordered).toHaveBeenCalledOnce());
  first.stop();
  const again = openPage(byLast);
  await vi.waitFor(() => expect(again.companion.ordered).toHaveBeenCalledOnce());
  expect(again.told).toEqual([]);
  again.stop();
});

test("a page without an order keeps the cart", async () => {
  const order = vi.fn<NonNullable<Platform["order"]>>(async () => undefined);
  const page = openPage(order);
  await vi.waitFor(() => expect(order).toHaveBeenCalledOnce());
  await order.mock.results[0]?.value;
  await Promise.resolve();
  expect([page.told, page.companion.ordered.mock.calls]).toEqual([[], []]);
  page.stop();
});
