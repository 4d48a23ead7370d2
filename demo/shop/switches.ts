/** What the address may ask of a page, for looking at it one way or another and for tests. */
export interface Switches {
  /** `?theme=dark|light`; absent: as the browser prefers. */
  readonly theme?: "dark" | "light";
  /** `?tag=off`: the page without the widget. */
  readonly tag: boolean;
  /** `?csp=strict`: a policy with a nonce and Trusted Types. */
  readonly strict: boolean;
  /** `?config=/configs/NAME.json` */
  readonly config: string;
}

const DEFAULT_CONFIG = "/goeswith.json";

export function readSwitches(query: URLSearchParams): Switches {
  const theme = query.get("theme");
  const config = query.get("config") ?? "";
  return {
    tag: query.get("tag") !== "off",
    strict: query.get("csp") === "strict",
    config: /^\/configs\/[\w-]+\.json$/.test(config) ? config : DEFAULT_CONFIG,
    ...((theme === "dark" || theme === "light") && { theme }),
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
    "trusted-types lumen-shop",
  ].join("; ");
}
