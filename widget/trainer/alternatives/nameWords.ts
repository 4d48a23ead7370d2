import { tokensOf } from "../lib/tokens.ts";

/** Where a name's own words end and what it is for, or which one it is, begins. */
const BREAK = /[,;(|[]|\s[-–—:/]\s|\s(?:for|with|without|für|mit|ohne|pour|avec|sans|para|con|sin|per|dla|do|ze|для|с|со|под)\s/iu;
/** Words that only join others. */
const JOINING = new Set(
  "the and und oder et ou y e en de du des da do di del della dei la le les el los las der die das den i w na z и в на".split(" "),
);
/** Words that tell one of a kind from another: colours, sizes, grades, packs. */
const TELLING = new Set(
  [
    "black white red blue green yellow grey gray silver gold pink purple orange brown beige navy graphite midnight transparent clear",
    "schwarz weiß weiss rot blau grün gelb grau silber rosa braun noir blanc rouge bleu vert jaune gris argent negro blanco rojo azul verde amarillo",
    "czarny biały czerwony niebieski zielony szary черный чёрный белый красный синий зеленый зелёный серый",
    "small medium large xs xxs xl xxl xxxl mini midi maxi max plus pro lite ultra neo air deluxe premium basic classic standard new neu nouveau nuevo",
    "pack packs pcs pc piece pieces stück set sets kit bundle box pair oz fl lb lbs ct ctn gal load loads pk kg mg gr ml cl ltr liter litre mm cm inch inches gb tb mb mah watt volt",
    "шт мл кг гр см мм",
  ]
    .join(" ")
    .split(" "),
);
const SHORTEST = 3;
/** A number with the short word behind it is a measure, whatever the language calls it. */
const COUNTED = /(\p{N})\s*\p{L}{1,3}(?![\p{L}\p{M}])/gu;

/** The words of a name that may say what kind of thing it is, in lower case and singular: no numbers, units, colours, sizes, nor its maker's name. */
export function nameWords(name: string, maker = ""): readonly string[] {
  const own = new Set(wordsOf(maker));
  const [start = ""] = name.split(BREAK);
  const words = (text: string) => wordsOf(text.replace(COUNTED, "$1 ")).filter((word) => !own.has(word) && isTelling(word));
  const first = words(start);
  return first.length ? first : words(name);
}

const wordsOf = (text: string): readonly string[] => tokensOf(text).map(singular);

const isTelling = (word: string): boolean =>
  (word.length >= SHORTEST || /[^\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word)) &&
  !/\p{N}/u.test(word) &&
  !JOINING.has(word) &&
  !TELLING.has(word);

/** `cases` and `case` are one word. */
function singular(word: string): string {
  return word.length > SHORTEST + 1 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

const FIRST = /\s(?:de|del|della|di|du|des|la|le|para|pour|con|avec|dla|do|для|с|и)\s|\p{Script=Cyrillic}/iu;
const LAST = /\s(?:for|with|and|the|of|für|mit|und|ohne)\s/iu;

/** Whether the language of these names says first what a thing is, and then which: `taladro Bosch`, not `Bosch drill`. */
export function isHeadFirst(names: readonly string[]): boolean {
  const first = names.filter((name) => FIRST.test(name)).length;
  return first > names.filter((name) => LAST.test(name)).length;
}
