import type { AnyTexts, Plural } from "./texts/reportTexts.ts";
import type { LanguageCode } from "./chooseLanguage.ts";
import { TEXTS } from "./chooseLanguage.ts";
import { createDates, type Dates } from "./createDates.ts";
import { fillText } from "./fillText.ts";

/** What stands where there is no figure. */
export const NOTHING = "–";
/** From so many whole units of a currency on, an estimate is given without its fractions. */
const WHOLE_FROM = 100;

/** A language's texts, and how it writes numbers, money and dates. */
export interface Language extends Dates {
  readonly code: LanguageCode;
  readonly texts: AnyTexts;
  count(count: number): string;
  /** The form of a text that goes with a number, with the number in it. */
  counted(forms: Plural<"other">, count: number): string;
  /** A share, 0 to 1, in per cent. */
  share(share: number | undefined): string;
  /** The same with its sign. */
  change(change: number): string;
  /** A number that need not be whole. */
  decimal(value: number): string;
  /** Minor units of a currency. */
  minor(minor: number | undefined, currency: string): string;
  /** An amount of which the last digits say nothing, or with its sign. */
  estimate(minor: number, currency: string, isSigned?: boolean): string;
}

/** `zone` (IANA name) is that of the figures' days, `locale` the reader's own kind of the language, such as `en-GB`. */
export function createLanguage(code: LanguageCode, zone?: string, locale: string = code): Language {
  const texts = TEXTS[code];
  const plural = new Intl.PluralRules(code);
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "negative" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1, signDisplay: "negative" });
  const change = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const money = (minor: number, currency: string, options: Intl.NumberFormatOptions = {}) => {
    const format = new Intl.NumberFormat(locale, { style: "currency", currency, signDisplay: "negative", ...options });
    return withMinus(format.format(minor / 10 ** digitsOf(currency)));
  };
  return {
    ...{ code, texts, ...createDates(locale, zone) },
    count: (count) => number.format(count),
    counted: (forms, count) => fillText(formOf(forms, plural.select(count)), { count: number.format(count) }),
    share: (share) => (share === undefined ? NOTHING : withMinus(percent.format(share))),
    change: (value) => withMinus(change.format(value)),
    decimal: (value) => withMinus(decimal.format(value)),
    minor: (minor, currency) => (minor === undefined ? NOTHING : money(minor, currency)),
    estimate(minor, currency, isSigned = false) {
      const isWhole = minor === 0 || Math.abs(minor) >= WHOLE_FROM * 10 ** digitsOf(currency);
      return money(minor, currency, { ...(isWhole && { maximumFractionDigits: 0 }), ...(isSigned && { signDisplay: "exceptZero" }) });
    },
  };
}

/** The sign as it is set in print, as wide as a plus; and no line ends between it and a currency. */
function withMinus(text: string): string {
  return text.replace(/-(?=\d)/, "−").replace("-", "−\u2060");
}

function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function formOf(forms: Plural<"other">, rule: Intl.LDMLPluralRule): string {
  const known: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms;
  return known[rule] ?? forms.other;
}
