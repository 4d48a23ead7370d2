import type { ConfirmedOrder } from "../types/confirmedOrder.ts";
import { hashOrder, shortOrderHash } from "../browser/lib/hashOrder.ts";
import type { ExportedOrder } from "../trainer/exports/exportKind.ts";
import { LOST_STATUS, REFUNDED_STATUS, TEST_CUSTOMER, TEST_ORDER } from "../trainer/orders/orderWords.ts";
import type { DayOrder } from "../trainer/reading/parseDay.ts";
import { countMoney, type Money } from "./countMoney.ts";
import { type KeptLines, keptLines } from "./keptLines.ts";
import { parseMark } from "./parseMark.ts";
import { parseTime } from "./parseTime.ts";
import { plain } from "./plain.ts";

export interface ConfirmDeps {
  readonly shop: string;
  /** Of orders that say none. */
  readonly currency: string;
  /** The export's sums have their decimals after a comma. */
  readonly comma: boolean;
  readonly days: DayOrder;
  readonly unpaid?: RegExp | undefined;
  /** Pages of the shop are plain http, where browsers hash in another way. */
  readonly isPlainHttp: boolean;
}

/** `test`: a trial, which is kept as a cancelled order so that what a browser told of it does not count. */
export type Confirmation =
  | { readonly ok: true; readonly order: ConfirmedOrder; readonly isTest: boolean }
  | { readonly ok: false; readonly fault: string };

const [IS_LOST, IS_REFUNDED] = [new RegExp(LOST_STATUS), new RegExp(REFUNDED_STATUS)];
const [IS_TEST_ORDER, IS_TEST_CUSTOMER] = [new RegExp(TEST_ORDER), new RegExp(TEST_CUSTOMER)];

/** An order of an export as the report takes it, or what is wrong with it. Ids and customers leave it hashed only. */
export async function confirmOrder(exported: ExportedOrder, deps: ConfirmDeps): Promise<Confirmation> {
  const id = exported.order.trim();
  if (!id) return { ok: false, fault: "no order id" };
  const currency = exported.currency.trim().toUpperCase() || deps.currency;
  if (!/^[A-Z]{3}$/.test(currency)) return { ok: false, fault: currency ? `no currency: ${currency.slice(0, 10)}` : NO_CURRENCY };
  const time = exported.instant ?? exported.time;
  const at = parseTime(time, deps.days);
  if (at === undefined) return { ok: false, fault: `time cannot be read: ${time.slice(0, 40) || "none"}` };
  const format = { currency, comma: deps.comma };
  const counted = countMoney(exported.sums, format);
  const isTest = exported.isTest || IS_TEST_ORDER.test(plain(id)) || IS_TEST_CUSTOMER.test(plain(exported.customer));
  const isCancelled = isTest || isLost(exported.status, deps.unpaid);
  // Nobody needs the money of an order that did not come about.
  if (!counted.ok && !isCancelled) return counted;
  const money = counted.ok ? counted.money : { net: 0 };
  const mark = parseMark(exported.mark);
  return {
    ok: true,
    isTest,
    order: {
      shop: deps.shop,
      order: deps.isPlainHttp ? shortOrderHash(deps.shop, id) : await hashOrder(deps.shop, id),
      ...{ at, currency, isCancelled },
      ...settle(money, keptLines(exported.lines, { money, format }), IS_REFUNDED.test(plain(exported.status))),
      ...(await hashCustomer(exported.customer, deps.shop)),
      ...(mark && { mark }),
    },
  };
}

const NO_CURRENCY = "no currency; give it by --currency EUR";

function isLost(status: string, unpaid: RegExp | undefined): boolean {
  const words = plain(status);
  return (IS_LOST.test(words) && !IS_REFUNDED.test(words)) || (unpaid?.test(words) ?? false);
}

type Settled = Pick<ConfirmedOrder, "net" | "refunded" | "cost" | "lines">;

/** What was kept in the end. A cost that is known of the whole order alone is that of the part that was kept. */
function settle({ net, refunded: said, cost: whole }: Money, kept: KeptLines, isRefunded: boolean): Settled {
  const refunded = isRefunded ? net : (said ?? kept.returned ?? 0);
  const share = net > 0 ? (net - refunded) / net : 1;
  const cost = kept.cost ?? (whole === undefined ? undefined : Math.round(whole * share));
  const isGone = isRefunded || (net > 0 && refunded >= net);
  const lines = isGone ? [] : kept.lines;
  return { net, refunded, ...(cost !== undefined && { cost: isGone ? 0 : cost }), ...(lines && { lines }) };
}

/** With the shop in it, so that nobody meets the customer again in the figures of another. */
async function hashCustomer(customer: string, shop: string): Promise<Pick<ConfirmedOrder, "customer">> {
  const known = plain(customer);
  return known && known !== "0" ? { customer: await hashOrder(`${shop}\ncustomer`, known) } : {};
}
