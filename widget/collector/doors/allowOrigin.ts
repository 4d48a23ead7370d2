/** What the rule looks at. */
export interface Caller {
  /** The `Origin` header, which browsers send with every post. */
  readonly origin: string | undefined;
  /** The `Host` header. */
  readonly host: string | undefined;
}

/**
 * Whether a page may send events. With a list: its origins, to the letter. Without: the collector's own origin and pages on
 * the same machine. Something that sends no `Origin` is not a browser and is not held back by what a browser would obey.
 */
export function allowOrigin({ origin, host }: Caller, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (allowed.length > 0) return allowed.includes(origin);
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== origin) return false;
  return url.host === host || isLoopbackName(url.hostname);
}

/** Whether a host's name can only be this machine's. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Whether a socket's address is of this machine. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address === "::1" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address ?? "");
}
