import type { Money } from "../../../types/money.ts";
import { fromDecimal, minorDigits } from "../../lib/money.ts";

/** Digits of Arabic and Persian, by their distance from 0. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** Marks that tell only which way a text runs. */
const DIRECTION = /[\u061c\u200e\u200f\u2066-\u2069]/g;
/** One number with whatever a language puts between its digits; a minus sign before it, or before its currency, counts. */
const NUMBER = /[-−–]?\s?[\p{Sc}\p{L}.]{0,4}\s?\d(?:[\d.,'’\s\u066b\u066c·]*\d)?/gu;
/** Whole digits as languages part them: by thousands, or by thousands and then by hundreds. */
const GROUPED = /^[1-9]\d{0,2}( \d{2,3})* \d{3}$/;

/**
 * A price as the shop writes it, "1.234,50 zł", "$1,325.20", "1 234,50 ₽", exactly, in minor units of `currency`; `undefined` where it
 * cannot be told for certain: no number, two of them, one below 0, digits parted as nobody does. A single separator before three digits
 * parts thousands, but in currencies with three digits after the point.
 */
export function readPrice(text: string | null | undefined, currency: string): Money | undefined {
  const plain = (text ?? "").replace(DIRECTION, "").replace(OTHER_DIGITS, (digit) => `${digit.charCodeAt(0) & 15}`);
  const [found, another] = plain.match(NUMBER) ?? [];
  if (!found || another || /^[-−–]/.test(found)) return undefined;
  const number = found.replace(/^[^\d]+/, "");
  const parts = number.split(/[^\d]+/);
  const marks: readonly string[] = number.match(/[^\d]+/g) ?? [];
  const last = marks.at(-1) ?? "";
  const tail = parts.at(-1)!;
  const isFraction =
    /^[.,\u066b·]$/.test(last) && marks.indexOf(last) === marks.length - 1 && (tail.length !== 3 || minorDigits(currency) === 3);
  const whole = isFraction ? parts.slice(0, -1) : parts;
  const between = new Set(isFraction ? marks.slice(0, -1) : marks);
  if (between.size > 1 || (whole.length > 1 && !GROUPED.test(whole.join(" ")))) return undefined;
  return fromDecimal(whole.join("") + (isFraction ? `.${tail}` : ""), currency);
}
