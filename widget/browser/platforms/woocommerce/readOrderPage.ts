import type { Cart, Line } from "../../../types/cart.ts";
import type { PlacedOrder } from "../../../types/platform.ts";
import { defined } from "../../lib/defined.ts";
import { readPrice } from "../shop/readPrice.ts";
import { pageCurrency } from "./readWooPage.ts";

const TOTAL = ".woocommerce-order-overview__total,.wc-block-order-confirmation-summary-list-item__value";
const FAILED = ".woocommerce-thankyou-order-failed,.wc-block-order-confirmation-status__actions";

/**
 * The order of the confirmation page; `undefined` where the payment failed, or who looks may not see it. The page names its products only by their
 * names, so the lines are those of the `last` cart that it shows. Sources: templates/checkout/thankyou.php, templates/order/order-details-item.php,
 * src/Blocks/BlockTypes/OrderConfirmation.
 */
export function readOrderPage(last: Cart | undefined): PlacedOrder | undefined {
  if (!document.body.classList.contains("woocommerce-order-received") || document.querySelector(FAILED)) return undefined;
  const id = orderId();
  const currency = last?.currency || pageCurrency();
  const amounts = [...document.querySelectorAll(TOTAL)].flatMap((place) => [...place.querySelectorAll(".amount")]);
  // Of what was refunded in part the new total stands in an insertion; what taxes are in it, in small print.
  const amount = amounts.find((one) => one.closest("ins")) ?? amounts.find((one) => !one.closest("del,small"));
  if (!id || !currency || !amount) return undefined;
  return defined({ id, currency, lines: readLines(last), total: readPrice(amount.textContent, currency) });
}

/** The last part of the path, or a parameter: shops translate its name. */
function orderId(): string | undefined {
  const inPath = /\/(\d+)\/?$/.exec(location.pathname)?.[1];
  const given = [...new URLSearchParams(location.search)].find(([name, value]) => !/^(p|page_id|lang)$/.test(name) && /^\d+$/.test(value));
  return inPath ?? given?.[1];
}

function readLines(last: Cart | undefined): PlacedOrder["lines"] {
  const left = [...(last?.lines ?? [])];
  const rows = [...document.querySelectorAll("tr.order_item")];
  const taken = rows[0] ? rows.flatMap((row) => takeLine(row, left) ?? []) : left;
  return taken.map(({ product, quantity, price }) => defined({ product, quantity, price }));
}

/** The line a row tells of: by the longest name, then by its options and its quantity. */
function takeLine(row: Element, left: Line[]): Line | undefined {
  const text = row.textContent.replace(/\s+/g, " ").trim();
  const count = row.querySelector(".product-quantity");
  const quantity = Number(/\d+/.exec((count?.querySelector("ins") ?? count)?.textContent ?? "")?.[0] ?? 1);
  const score = ({ title = "", options = {}, quantity: had }: Line) =>
    title.length * 8 + (Object.values(options).every((value) => text.includes(value)) ? 4 : 0) + (had === quantity ? 2 : 0);
  const [line] = left.filter(({ title }) => title && text.startsWith(title)).sort((a, b) => score(b) - score(a));
  if (!line) return undefined;
  left.splice(left.indexOf(line), 1);
  return { ...line, quantity };
}
