import type { ConfirmedLine } from "../types/confirmedOrder.ts";
import { parsePrice, type SumFormat } from "../trainer/catalogue/parseCells.ts";
import type { ExportedLine } from "../trainer/exports/exportKind.ts";
import { NO_PRODUCT } from "../trainer/orders/orderWords.ts";
import { parseAmount } from "../trainer/reading/parseAmount.ts";
import type { Money } from "./countMoney.ts";
import { plain } from "./plain.ts";

/** What became of an order's goods. */
export interface KeptLines {
  /** Absent where the export does not tell of lines. */
  readonly lines?: readonly ConfirmedLine[];
  /** Minor units of the pieces that were given back, where that is known. */
  readonly returned?: number;
  /** Minor units the pieces that were kept cost, where every line tells. */
  readonly cost?: number;
}

export interface KeptDeps {
  readonly money: Money;
  readonly format: SumFormat;
}

const IS_NO_PRODUCT = new RegExp(NO_PRODUCT);
/** What readers of exports call a line that is no part of the goods. */
export const SHIPPING = "shipping";
const MOST_LINES = 500;
const MOST_NAMES = 10;
const LONGEST_NAME = 100;
const MOST_PIECES = 100_000;

/** The goods of an order that were kept. The order's money is shared out over its lines by what each of them made. */
export function keptLines(exported: readonly ExportedLine[], { money, format }: KeptDeps): KeptLines {
  const all = exported
    .filter(({ name }) => name !== SHIPPING)
    .map((line) => ({ ...countPieces(line), ...namesOf(line), line, sum: sumOf(line, format) }));
  const known = all.reduce((total, { sum = NaN }) => total + sum, 0);
  const whole = Math.max(known, money.goods ?? 0);
  const share = Number.isFinite(known) && whole > 0 ? money.net / whole : undefined;
  const goods = all.filter(({ isGoods, bought }) => isGoods && bought > 0);
  const rows = goods.map(({ names, bought, kept, sum, line }) => {
    const net = share === undefined || sum === undefined ? undefined : sum * share;
    const refunded = parsePrice(line.refunded ?? "", format) ?? (net === undefined ? undefined : net * (1 - kept / bought));
    const cost = parsePrice(line.cost ?? "", format);
    return {
      names,
      kept,
      net,
      refunded,
      cost: cost ? cost * kept : undefined,
      keptNet: net === undefined ? net : (net * kept) / bought,
    };
  });
  const returned = addUp(rows.map(({ refunded }) => refunded));
  const cost = addUp(rows.map((row) => row.cost));
  return {
    ...(exported.length > 0 && { lines: rows.flatMap(({ names, kept, keptNet }) => toLine(names, kept, keptNet)).slice(0, MOST_LINES) }),
    ...(returned !== undefined && { returned: Math.min(returned, money.net) }),
    ...(cost !== undefined && { cost }),
  };
}

function toLine(names: readonly string[], quantity: number, net: number | undefined): readonly ConfirmedLine[] {
  return quantity > 0 ? [{ names, quantity, ...(net !== undefined && { net: Math.round(net) }) }] : [];
}

function addUp(sums: readonly (number | undefined)[]): number | undefined {
  const total = sums.reduce<number>((sum, one = NaN) => sum + one, 0);
  return sums.length > 0 && Number.isFinite(total) ? Math.round(total) : undefined;
}

/** A quantity that says nothing is one piece; goods by weight count as at least one. */
function countPieces({ quantity, returned = "", isLost }: ExportedLine): { readonly bought: number; readonly kept: number } {
  const written = quantity.trim() === "" ? 1 : (parseAmount(quantity) ?? 0);
  const bought = written > 0 ? Math.min(MOST_PIECES, Math.max(1, Math.round(written))) : 0;
  const back = Math.round(parseAmount(returned) ?? 0);
  return { bought, kept: isLost ? 0 : Math.max(0, bought - back) };
}

function namesOf({ names, name }: ExportedLine): { readonly names: readonly string[]; readonly isGoods: boolean } {
  const texts = names.map((one) =>
    one
      .trim()
      .slice(0, LONGEST_NAME)
      .replace(/[\p{Cc}\p{Cs}]/gu, ""),
  );
  const known = [...new Set(texts)].filter((one) => one && one !== "0");
  return {
    names: known.slice(0, MOST_NAMES),
    isGoods: known.length > 0 && ![...known, name].some((one) => IS_NO_PRODUCT.test(plain(one))),
  };
}

function sumOf({ sum = "", price, quantity, discount = "" }: ExportedLine, format: SumFormat): number | undefined {
  const said = parsePrice(sum, format);
  if (said !== undefined) return said;
  const each = parsePrice(price, format);
  const pieces = quantity.trim() === "" ? 1 : parseAmount(quantity);
  if (each === undefined || pieces === undefined) return undefined;
  return Math.max(0, each * pieces - (parsePrice(discount.replace(/^[-−]/, ""), format) ?? 0));
}
