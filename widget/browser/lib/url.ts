/**
 * An address that may be put into a link or a picture, made absolute; `undefined` for anything but http(s) without a user name.
 * `javascript:`, `data:` and their disguises (control characters, `\\`) are refused because the browser's own parser decides.
 */
export function safeUrl(address: string | undefined, base: string = document.baseURI): string | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The same, for links: only to the page's own origin or to one of `allowed`. */
export function safeLink(address: string | undefined, allowed: readonly string[] = []): string | undefined {
  const href = safeUrl(address);
  if (!href) return undefined;
  const { origin } = new URL(href);
  return origin === new URL(document.baseURI).origin || allowed.includes(origin) ? href : undefined;
}
