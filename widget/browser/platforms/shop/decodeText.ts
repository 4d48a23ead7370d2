const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** A text with the references of HTML (`&#8211;`, `&amp;`) written out, once. What it means as markup is not looked at: it is put in as text. */
export function decodeText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, ...found: readonly (string | undefined)[]) => {
    const [decimal, hex, name] = found;
    if (name) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
    // Half a character is none, and could not be put into an address.
    const isOne = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isOne ? String.fromCodePoint(code) : whole;
  });
}
