import type { Money } from "../../../types/money.ts";
import { fromDecimal } from "../../lib/money.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { decodeText } from "../shop/decodeText.ts";
import { readPrice } from "../shop/readPrice.ts";
import { readText } from "../markup/readText.ts";

/** `view` is of products; `add` and `remove` change the cart by their items; `cart` and `checkout` are the whole cart, `purchase` the whole order. */
export type TradeKind = "view" | "add" | "remove" | "cart" | "checkout" | "purchase";

/** Something the page told its analytics about what is sold. */
export interface Trade {
  readonly kind: TradeKind;
  /** Which of the ways of telling it came by; a shop may feed several tools, each with the same. */
  readonly form: "gtag" | "ecommerce" | "enhanced";
  readonly currency?: string;
  readonly items: readonly TradeItem[];
  /** Of an order. */
  readonly id?: string;
  readonly total?: Money;
}

export interface TradeItem {
  readonly product: string;
  readonly variant?: string;
  readonly title: string;
  readonly quantity: number;
  readonly price?: Money;
}

/** Which fields of an item name the product and its variant, what part of a name is its id, and a currency for events without one. */
export interface TradeNames {
  readonly product?: string | undefined;
  readonly variant?: string | undefined;
  /** Its first group is the id. */
  readonly pattern?: RegExp | undefined;
  readonly currency?: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** By name, whatever stands between its words. Source: https://developers.google.com/tag-manager/ecommerce-ga4 */
const EVENTS: Readonly<Record<string, TradeKind>> = {
  viewitem: "view",
  addtocart: "add",
  removefromcart: "remove",
  viewcart: "cart",
  begincheckout: "checkout",
  addshippinginfo: "checkout",
  addpaymentinfo: "checkout",
  purchase: "purchase",
};

/** By the member that holds the products. Sources: https://yandex.com/support/metrica/ecommerce/data.html, enhanced e-commerce of Universal Analytics */
const MEMBERS = { detail: "view", add: "add", remove: "remove", checkout: "checkout", purchase: "purchase" } as const;

/** What an entry of the data layer tells, an object or the `arguments` of gtag. */
export const readTrades = (entry: unknown, names: TradeNames): readonly Trade[] => tradesIn(entry).map((raw) => readTrade(raw, names));

function tradesIn(entry: unknown): readonly RawTrade[] {
  const { event, ecommerce, 0: command, 1: name, 2: parameters } = (entry ?? {}) as Fields & ArrayLike<unknown>;
  if (command === "event" && isRecord(parameters)) return eventIn("gtag", name, parameters);
  if (!isRecord(ecommerce)) return [];
  const enhanced = Object.entries(MEMBERS).flatMap(([member, kind]) => memberIn(kind, ecommerce, ecommerce[member]));
  return enhanced.length > 0 ? enhanced : eventIn("ecommerce", event, ecommerce);
}

function eventIn(form: Trade["form"], name: unknown, told: Fields): readonly RawTrade[] {
  const word = (readText(name) ?? "").replace(/[^a-z]/gi, "").toLowerCase();
  const kind = Object.hasOwn(EVENTS, word) ? EVENTS[word] : undefined;
  const { items, transaction_id: id, value: total, currency } = told;
  return kind && Array.isArray(items) ? [{ kind, form, items, id, total, currency }] : [];
}

function memberIn(kind: TradeKind, { currencyCode: currency }: Fields, told: unknown): readonly RawTrade[] {
  if (!isRecord(told) || !Array.isArray(told["products"])) return [];
  const { actionField, products: items } = told;
  const { id, revenue: total } = isRecord(actionField) ? actionField : {};
  return [{ kind, form: "enhanced", items, id, total, currency }];
}

interface RawTrade extends Pick<Trade, "kind" | "form"> {
  readonly items: readonly unknown[];
  readonly id: unknown;
  readonly total: unknown;
  readonly currency: unknown;
}

function readTrade({ kind, form, items, id, total, currency: told }: RawTrade, names: TradeNames): Trade {
  const fields = items.filter(isRecord);
  const code = (readText(told) ?? readText(fields[0]?.["currency"]) ?? names.currency)?.toUpperCase();
  const currency = code && /^[A-Z]{3}$/.test(code) ? code : undefined;
  return defined({
    kind,
    form,
    currency,
    items: fields.flatMap((item) => readItem(item, currency, names)),
    id: readText(id),
    total: readSum(total, currency),
  });
}

function readItem(item: Fields, currency: string | undefined, names: TradeNames): readonly TradeItem[] {
  const named = readText(names.product ? item[names.product] : (item["item_id"] ?? item["id"]));
  const product = named && names.pattern ? names.pattern.exec(named)?.[1] : named;
  const quantity = Number(item["quantity"] ?? 1);
  if (!product || !Number.isSafeInteger(quantity) || quantity < 1) return [];
  const variant = names.variant ? readText(item[names.variant]) : undefined;
  const title = decodeText(readText(item["item_name"] ?? item["name"]) ?? "");
  return [defined({ product, variant, title, quantity, price: readSum(item["price"], currency) })];
}

/** Sums are decimals by the documents, and formatted texts in some shops. */
function readSum(sum: unknown, currency: string | undefined): Money | undefined {
  if (!currency) return undefined;
  return fromDecimal(sum, currency) ?? (typeof sum === "string" ? readPrice(sum, currency) : undefined);
}
