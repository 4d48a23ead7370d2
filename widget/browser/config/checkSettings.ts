import { isTraversal, parse } from "css-what";
import type { Fault } from "../../types/config.ts";
import { isRecord } from "../lib/isRecord.ts";
import { MONEY, TEXT_NAMES } from "./descriptions.ts";
import { CURRENCY, LANGUAGE } from "./fields.ts";
import { nearest } from "./nearest.ts";

/** The looks and platforms that come with goeswith. */
const LAYOUTS = ["list", "strip", "bundle", "bump", "swap"];
const PLATFORMS = ["markup"];

/** Faults of single values that only a machine with more room than a browser's script can see. */
export function checkSettings(raw: Readonly<Record<string, unknown>>): readonly Fault[] {
  const { placements, platform, texts, money, locale, currency } = raw;
  const places = Object.entries(isRecord(placements) ? placements : {}).flatMap(([name, place]) =>
    isRecord(place)
      ? [...checkSelector(`placements.${name}.anchor`, place["anchor"]), ...checkLayout(`placements.${name}.layout`, place["layout"])]
      : [],
  );
  const [path, name] = isRecord(platform) ? ["platform.name", platform["name"]] : ["platform", platform];
  return [
    ...checkName({ path, name, names: PLATFORMS, kind: "platform" }),
    ...places,
    ...checkLocale("locale", locale),
    ...checkCurrency(currency),
    ...Object.entries(isRecord(texts) ? texts : {}).flatMap(([key, value]) => checkText(key, value)),
    ...Object.entries(isRecord(money) ? money : {}).flatMap(([key, value]) => checkMoney(key, value)),
  ];
}

function checkSelector(path: string, selector: unknown): readonly Fault[] {
  if (!isText(selector)) return [];
  try {
    // The parser lets a selector end with a combinator; browsers do not.
    const isOpen = parse(selector).some((parts) => parts.length === 0 || isTraversal(parts[parts.length - 1]!));
    if (isOpen) throw new Error("it ends where an element is expected");
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0]?.trim() : String(error);
    return [
      {
        path,
        what: `${JSON.stringify(selector)} is no CSS selector (${why})`,
        mend: 'Write one that document.querySelector takes, such as "#cart .items"',
      },
    ];
  }
}

function checkLayout(path: string, name: unknown): readonly Fault[] {
  return checkName({ path, name, names: LAYOUTS, kind: "layout" });
}

interface NameCheck {
  readonly path: string;
  readonly name: unknown;
  readonly names: readonly string[];
  readonly kind: string;
}

function checkName({ path, name, names, kind }: NameCheck): readonly Fault[] {
  if (!isText(name) || names.includes(name)) return [];
  const meant = nearest(name, names);
  const mend = meant ? `Did you mean "${meant}"?` : `Write ${names.map((one) => `"${one}"`).join(" or ")}, or leave it out`;
  return [{ path, what: `${JSON.stringify(name)} is no ${kind}`, mend }];
}

function checkText(key: string, value: unknown): readonly Fault[] {
  // What does not even look like a language is a wrong value already.
  if (key === "lang") return isText(value) && LANGUAGE.test(value) ? checkLocale("texts.lang", value) : [];
  return checkKey({ path: `texts.${key}`, name: key, names: TEXT_NAMES, kind: "text" });
}

/** Whether the browsers' own Intl takes it. */
function checkMoney(key: string, value: unknown): readonly Fault[] {
  const path = `money.${key}`;
  if (key === "locale") return checkLocale(path, value);
  const choices: readonly string[] | undefined = Object.entries(MONEY).find(([name]) => name === key)?.[1];
  if (!choices) return checkKey({ path, name: key, names: ["locale", ...Object.keys(MONEY)], kind: "part of a money format" });
  if (!isText(value) || (choices.includes(value) && isMoneyFormat({ [key]: value }))) return [];
  return checkName({ path, name: value, names: choices, kind: key });
}

function isMoneyFormat(format: Intl.NumberFormatOptions): boolean {
  try {
    return !!new Intl.NumberFormat("en", { ...format, style: "currency", currency: "EUR" });
  } catch {
    return false;
  }
}

function checkKey({ path, name, names, kind }: NameCheck & { readonly name: string }): readonly Fault[] {
  if (names.includes(name)) return [];
  const meant = nearest(name, names);
  return [{ path, what: `is not a known ${kind}`, mend: meant ? `Did you mean "${meant}"?` : `There are ${names.join(", ")}` }];
}

function checkLocale(path: string, locale: unknown): readonly Fault[] {
  if (!isText(locale) || isLocale(locale)) return [];
  const meant = locale.replaceAll("_", "-");
  const mend = isLocale(meant) ? `Did you mean "${meant}"?` : 'Write a language tag such as "de" or "en-GB"';
  return [{ path, what: `${JSON.stringify(locale)} is no locale`, mend }];
}

/** Well formed, and of a language that has a name. */
function isLocale(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag);
    return new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(language) !== undefined;
  } catch {
    return false;
  }
}

function checkCurrency(currency: unknown): readonly Fault[] {
  // What does not even look like one is a wrong value already.
  if (!isText(currency) || !CURRENCY.test(currency)) return [];
  const known = Intl.supportedValuesOf("currency");
  if (known.includes(currency)) return [];
  return [{ path: "currency", what: `"${currency}" is no currency`, mend: "Write an ISO 4217 code such as EUR, USD or JPY" }];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
