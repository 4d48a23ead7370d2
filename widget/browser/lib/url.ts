/**
 * An address that may be put into a link or a picture, made absolute; `undefined` for anything but http(s) without a user name.
 * `javascript:`, `data:` and their disguises (control characters, `\\`) are refused because the browser's own parser decides.
 */
export function safeUrl(address: string | undefined): string | undefined {
  if (!address) return undefined;
  try {
    const { href } = new URL(address, document.baseURI);
    // Whoever is named before the host is named before an @.
    return /^https?:\/\/[^/@]+\//.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The same, for links within the shop: only to the page's own origin. */
export function safeLink(address: string | undefined): string | undefined {
  const href = safeUrl(address);
  return href && new URL(href).origin === location.origin ? href : undefined;
}
