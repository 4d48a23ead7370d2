/** A column the trainer looks for. Names are compared without case, accents, blanks and punctuation, the first match counts. */
export interface Column {
  readonly key: string;
  readonly names: readonly string[];
  readonly needed?: true;
  /** Somebody said that the file has it. */
  readonly given?: true;
}

/** What no shop system's own export has: a merchant may add these columns to any of them. */
const EXTRA_COLUMNS: readonly Column[] = [
  { key: "excludes", names: ["excludes"] },
  { key: "oneOf", names: ["one of"] },
  { key: "cost", names: ["cost", "cost price", "unit cost", "purchase price", "cost per item", "cost of goods sold"] },
  { key: "orders", names: ["orders", "order count", "popularity"] },
  { key: "reviews", names: ["reviews", "review count", "rating count"] },
  ...["currency", "maker", "rating", "kind", "per", "by", "above", "fits", "requires", "terms", "unit", "unit price"].map(plain),
  ...["accessories", "upgrades", "never"].map(plain),
];

export const CATALOGUE_COLUMNS: readonly Column[] = [
  { key: "item_id", names: ["item_id", "product_id", "id", "item", "product", "sku"], needed: true },
  { key: "name", names: ["name", "title", "product name", "product title"], needed: true },
  { key: "category", names: ["category", "categories", "product category", "product type"] },
  { key: "image", names: ["image", "image url", "image link", "image src", "images"] },
  { key: "url", names: ["url", "link", "product url"] },
  { key: "stock", names: ["stock", "availability", "available", "in stock"] },
  ...["price", "brand", "tags", "attributes", "variants", "sku"].map(plain),
  ...EXTRA_COLUMNS,
];

/** The columns a merchant added to an export, and those of other languages. */
export function extraColumns(found: readonly string[]): readonly Column[] {
  return [...EXTRA_COLUMNS, ...localeColumns(found)];
}

function plain(key: string): Column {
  return { key, names: [key] };
}

/** What a product may have of its own in each language, by the names of its columns before the colon. */
const BY_LOCALE = new Map([
  ["name", "name"],
  ["title", "name"],
  ["url", "url"],
  ["link", "url"],
]);

/** Columns such as `name:de` and `url:pt-BR`: their key has the locale in lower case, as languages are the same whatever their case. */
export function localeColumns(found: readonly string[]): readonly Column[] {
  const columns = found.flatMap((column): readonly Column[] => {
    const [, word = "", locale = ""] = /^\s*(\w+)\s*:\s*([\w-]+)\s*$/.exec(column) ?? [];
    const key = BY_LOCALE.get(word.toLowerCase());
    return key && isLocale(locale) ? [{ key: `${key}:${locale.toLowerCase()}`, names: [column] }] : [];
  });
  return columns.filter(({ key }, at) => columns.findIndex((other) => other.key === key) === at);
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** A column name without case, accents, blanks and punctuation. */
export const bareName = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll("#", "number")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** More than this of a header helps nobody. */
const NAMED_COLUMNS = 60;
const NAMED_OTHERS = 9;
const NAME_LENGTH = 80;

/** Where the wanted columns are: key → the file's own name. @throws naming found and needed columns when one that is needed is missing. */
export function findColumns(file: string, found: readonly string[], wanted: readonly Column[]): ReadonlyMap<string, string> {
  const byName = new Map(found.toReversed().map((column) => [bareName(column), column]));
  const places = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, names } of wanted) {
    const column = names.map((name) => byName.get(bareName(name))).find((name) => name !== undefined && !taken.has(name));
    if (column === undefined) continue;
    places.set(key, column);
    taken.add(column);
  }
  const absent = wanted.find(({ key, given }) => given && !places.has(key));
  if (absent) throw new Error(`${file}: there is no column ${absent.names.join(" or ")}\n${describeFound(found)}`);
  const missing = wanted.filter(({ key, needed }) => needed && !places.has(key));
  if (missing.length) {
    const needed = missing.map(({ names: [name, ...others] }) => `  ${name} (or one of: ${others.slice(0, NAMED_OTHERS).join(", ")})`);
    throw new Error(`${file}: needed columns are missing\nneeded:\n${needed.join("\n")}\n${describeFound(found)}`);
  }
  return places;
}

function describeFound(found: readonly string[]): string {
  const names = found.slice(0, NAMED_COLUMNS).map((name) => (name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}…` : name));
  return `found:\n  ${names.join(", ") || "nothing"}${found.length > NAMED_COLUMNS ? " and more" : ""}`;
}
