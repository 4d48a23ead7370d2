/** What a spreadsheet would take for something else than the text it is: a formula, a date, a number that it rounds or strips of its noughts. */
const CHANGED = /^(['=+\-@\t\r]|0\d|\d{12}|\d+[^\d]|[.,]\d|(true|false|wahr|falsch)$)/i;
/** It takes "mar-5" for a day in March. */
const DAY = /^(\p{L}{3,})\.?[-. /]?\d{1,4}$/u;
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "cs", "tr", "ru", "uk", "sv", "da", "fi", "ro", "hu"];
const MONTHS = LANGUAGES.flatMap((language) => {
  const name = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => name.format(new Date(Date.UTC(2000, month))).toLowerCase());
});
/** What it would run as a formula. */
const FORMULA = /^['=+\-@\t\r]/;

/** A cell as CSV writes it. */
export function csvCell(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An id that a spreadsheet leaves alone: behind an apostrophe where it must be. */
export const guardId = (id: string): string => (CHANGED.test(id) || isDay(id) ? `'${id}` : id);

function isDay(id: string): boolean {
  const word = DAY.exec(id)?.[1]?.toLowerCase();
  return word !== undefined && (word === "mrz" || word === "sept" || MONTHS.some((month) => month.startsWith(word)));
}

/** The id that was guarded, or was typed as it is. */
export const readId = (cell: string): string => cell.trim().replace(/^'/, "");

/** Words that no spreadsheet runs. */
export const guardText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const YES = new Set(
  "1 x × ✓ ✔ yes y true on ja j wahr да д истина oui o vrai sí si s verdadero sim tak t prawda ano pravda evet e doğru نعم так т".split(
    " ",
  ),
);
const NO = new Set([
  "",
  "0",
  "-",
  "–",
  "no",
  "n",
  "false",
  "off",
  "nein",
  "falsch",
  "нет",
  "н",
  "ложь",
  "non",
  "faux",
  "nie",
  "ne",
  "hayır",
  "لا",
  "ні",
]);

/** Whether a cell is ticked; `undefined`: it cannot be told. */
export function isTicked(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
