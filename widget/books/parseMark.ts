import type { ConfirmedMark } from "../types/confirmedOrder.ts";
import { isRecord } from "../browser/lib/isRecord.ts";

const ID = /^[\w.:-]{1,64}$/;
const ARM = /^(offers|holdout|none)$/;
/** Ids of offers are told apart by what each of them begins with, as products' names may hold commas. */
const NEXT_OFFER = /,(?=(?:product|drawer|cart|checkout|confirmation)\.(?:cross-sell|up-sell)\.)/;
const LONGEST_OFFER = 500;
const MOST_OFFERS = 100;

/**
 * What a cart carried into an order, in each form it is written in: WooCommerce `goeswith:VISIT:ARM:OFFERS`, Shopify's attributes `__goeswith_visit: VISIT`
 * one a line or as a list of JSON, and for other shops also `VISIT:ARM` or an object `{ "visit", "arm", "offers" }`. `undefined` for anything else.
 */
export function parseMark(text: string): ConfirmedMark | undefined {
  const { visit = "", arm = "", offers = "" } = readParts(text.trim());
  if (!ID.test(visit) || !isArm(arm)) return undefined;
  const ids = offers.split(NEXT_OFFER).filter((offer) => isOfferId(offer));
  return { visit, arm, ...(ids.length > 0 && { offers: ids.slice(0, MOST_OFFERS) }) };
}

const isOfferId = (text: string): boolean => text !== "" && text.length <= LONGEST_OFFER && !/[\p{Cc}\p{Cs}]/u.test(text);

type Parts = Readonly<Partial<Record<"visit" | "arm" | "offers", string>>>;

const isArm = (text: string): text is ConfirmedMark["arm"] => ARM.test(text);

function readParts(text: string): Parts {
  if (/^[[{]/.test(text)) return readJson(text);
  if (text.includes("__goeswith_")) {
    return Object.fromEntries(
      [...text.matchAll(/^\s*__goeswith_(visit|arm|offers): *(.*?)\s*$/gm)].map(([, name, value]) => [name, value]),
    );
  }
  const [, visit, arm, offers] = /^(?:goeswith:)?([\w.-]+):(offers|holdout|none)(?::(.*))?$/s.exec(text) ?? [];
  return visit && arm ? { visit, arm, ...(offers && { offers }) } : {};
}

function readJson(text: string): Parts {
  try {
    const value: unknown = JSON.parse(text);
    const pairs = Array.isArray(value)
      ? value.filter(isRecord).map(({ name, value: one }) => [String(name).replace(/^__goeswith_/, ""), one] as const)
      : Object.entries(isRecord(value) ? value : {});
    return Object.fromEntries(pairs.map(([name, one]) => [name, Array.isArray(one) ? one.join() : String(one)]));
  } catch {
    return {};
  }
}
