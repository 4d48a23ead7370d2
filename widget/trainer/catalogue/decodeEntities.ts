/** HTML's names of the characters from U+00A0 to U+00FF, in their order. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm " +
  "raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde " +
  "Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave " +
  "eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const FIRST_LATIN = 0xa0;

const NAMED = new Map<string, string>([
  ...LATIN.split(" ").map((name, at) => [name, String.fromCharCode(FIRST_LATIN + at)] as const),
  ...Object.entries({
    ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", OElig: "Œ", oelig: "œ", Scaron: "Š", scaron: "š", Yuml: "Ÿ", euro: "€" },
    ...{ ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", lsaquo: "‹", rsaquo: "›" },
    ...{
      hellip: "…",
      bull: "•",
      dagger: "†",
      permil: "‰",
      trade: "™",
      minus: "−",
      prime: "′",
      Prime: "″",
      ensp: " ",
      emsp: " ",
      thinsp: " ",
    },
    ...{ Omega: "Ω", mu: "μ", pi: "π", Delta: "Δ", infin: "∞", le: "≤", ge: "≥", asymp: "≈", rarr: "→", larr: "←", check: "✓", starf: "★" },
  }),
]);
const LAST_CODE = 0x10ffff;

/** A text with its HTML entities decoded, once: shop systems export names as their pages show them. Unknown ones stay. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (whole, code: string) => (code.startsWith("#") ? fromNumber(code.slice(1)) : NAMED.get(code)) ?? whole);
}

const ENTITY = /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,7});/g;

function fromNumber(digits: string): string | undefined {
  const code = Number(digits.replace(/^[xX]/, "0x"));
  return code > 0 && code <= LAST_CODE ? String.fromCodePoint(code) : undefined;
}
