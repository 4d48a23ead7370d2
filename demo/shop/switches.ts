import type { Language } from "./texts/languages.ts";
import { languageOf } from "./texts/languages.ts";

/** What the address may ask of a page, for looking at it one way or another and for tests. */
export interface Switches {
  /** `?scheme=dark|light`; absent: as the browser prefers. */
  readonly scheme?: "dark" | "light";
  /** `?theme=loud|plain`: the same shop in other clothes; any other name: in its own. Kept in a cookie, so that every later page has it too. */
  readonly theme?: (typeof THEMES)[number];
  /** `?tag=off`: the page without the widget. */
  readonly tag: boolean;
  /** `?csp=strict`: a policy with a nonce, and with Trusted Types of which none is allowed. Kept in a cookie, so that every later page has it too. */
  readonly strict: boolean;
  /** `?config=/configs/NAME.json` */
  readonly config: string;
  /** `?lang=de`: the language of the pages. Kept in a cookie, as shops do. */
  readonly language: Language;
}

const DEFAULT_CONFIG = "/goeswith.json";

/** What the shop can wear instead of its own clothes; each has a stylesheet of its name. */
export const THEMES = ["loud", "plain"] as const;

/** The cookie that keeps the theme of the pages. */
export const THEME = "lumen-theme";

/** The cookie that keeps the language of the pages. */
export const LANGUAGE = "lumen-language";

/** The cookie that keeps the policy of the pages. */
export const POLICY = "lumen-csp";

export function readSwitches(query: URLSearchParams, cookies: Readonly<Record<string, string>> = {}): Switches {
  const scheme = query.get("scheme");
  const theme = THEMES.find((name) => name === (query.get("theme") ?? cookies[THEME]));
  const config = query.get("config") ?? "";
  return {
    tag: query.get("tag") !== "off",
    strict: (query.get("csp") ?? cookies[POLICY]) === "strict",
    config: /^\/configs\/[\w-]+\.json$/.test(config) ? config : DEFAULT_CONFIG,
    language: languageOf(query.get("lang") ?? cookies[LANGUAGE]),
    ...((scheme === "dark" || scheme === "light") && { scheme }),
    ...(theme && { theme }),
  };
}

/** Allows what the shop and the widget need and nothing else. */
export function strictPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
