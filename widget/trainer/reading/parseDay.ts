/** Whether 05/03/2024 is in March or in May. */
export type DayOrder = "day first" | "month first";

const DAY_MS = 86_400_000;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/** First letters of the months in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish, without accents. */
const MONTHS: readonly RegExp[] = [
  /^(jan|jen|gen|ene|sty)/,
  /^(feb|fev|lut)/,
  /^(mar|mrz|mrt|maa|maer)/,
  /^(apr|avr|abr|kwi)/,
  /^(may|mai|mag|mei|maj)/,
  /^(jun|juin|giu|cze)/,
  /^(jul|juil|lug|lip)/,
  /^(aug|aou|ago|sie)/,
  /^(sep|set|wrz)/,
  /^(oct|okt|ott|out|paz)/,
  /^(nov|lis)/,
  /^(dec|dez|dic|gru)/,
];

const SHORT = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

/** The day a text begins with, as whole days since 1970; `undefined` where there is none. What follows the day, a time say, does not matter. */
export function parseDay(text: string, order: DayOrder): number | undefined {
  const [, year, month, day] = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year) return dayNumber(Number(year), Number(month), Number(day));
  const short = SHORT.exec(text);
  if (!short) return parseNamed(text);
  const [first, second] = [Number(short[1]), Number(short[3])];
  const isMonthFirst = short[2] !== "." && first <= 12 && (second > 12 || order === "month first");
  const [at, of] = isMonthFirst ? [second, first] : [first, second];
  return dayNumber(fullYear(short[4] ?? ""), of, at);
}

/** 5 January 2024, Jan 5, 2024, 5. März 2024 */
function parseNamed(text: string): number | undefined {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const name = /[a-z]{3,}(?=\W*(\d|\b(de|del|of)\b))|(?<=\d\W*)[a-z]{3,}/.exec(plain.replace(/^[a-z]+, /, ""))?.[0];
  const month = name === undefined ? -1 : MONTHS.findIndex((start) => start.test(name));
  const [day, year] = /(\d{1,2})\D+(\d{4})/.exec(plain)?.slice(1) ?? [];
  return month < 0 || !year ? undefined : dayNumber(Number(year), month + 1, Number(day));
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 : 0) + Number(digits);

function dayNumber(year: number, month: number, day: number): number | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / DAY_MS : undefined;
}

/** What these texts say of the order: a number above 12 is a day; without one a time with AM or PM is American. */
export function readDayOrder(texts: Iterable<string>): {
  readonly order?: DayOrder;
  readonly isOpen: boolean;
  readonly isAmerican: boolean;
} {
  let [dayFirst, monthFirst, open, american] = [0, 0, 0, 0];
  for (const text of texts) {
    const [, first, mark, second] = SHORT.exec(text) ?? [];
    if (!first || mark === ".") continue;
    if (Number(first) > 12) dayFirst++;
    else if (Number(second) > 12) monthFirst++;
    else if (first !== second) open++;
    if (/[ap]m$/i.test(text)) american++;
  }
  const isTold = dayFirst + monthFirst > 0;
  return { ...(isTold && { order: monthFirst > dayFirst ? "month first" : "day first" }), isOpen: open > 0, isAmerican: american > 0 };
}

/** Whole days since 1970 as YYYY-MM-DD. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The first day that counts: `since` a date, or so many days, weeks, months or years (`180d`, `26w`, `12m`, `2y`) before the newest day. */
export function firstDay(since: string, newest: number): number {
  const [, amount = "", unit] = /^(\d+)([dwmy])$/.exec(since) ?? [];
  if (!unit) return Date.parse(since) / DAY_MS;
  if (unit === "d" || unit === "w") return newest - Number(amount) * (unit === "w" ? 7 : 1);
  const date = new Date(newest * DAY_MS);
  const months = Number(amount) * (unit === "y" ? 12 : 1);
  const month = date.getUTCMonth() - months;
  // Six months before the 31st of August is the last of February.
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)) / DAY_MS;
}
