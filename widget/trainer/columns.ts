/** A column the trainer looks for. Names are compared without case, blanks and punctuation, the first match counts. */
export interface Column {
  readonly key: string;
  readonly names: readonly string[];
  readonly needed?: true;
}

export const ORDER_COLUMNS: readonly Column[] = [
  {
    key: "order_id",
    names: [
      "order_id",
      "order",
      "order number",
      "order no",
      "transaction_id",
      "transaction",
      "invoice number",
      "invoice no",
      "invoice",
      "basket_id",
      "basket",
      "receipt",
    ],
    needed: true,
  },
  {
    key: "item_id",
    names: [
      "item_id",
      "item",
      "product_id",
      "product",
      "lineitem sku",
      "item sku",
      "sku",
      "variant_id",
      "article_id",
      "article",
      "stock code",
    ],
    needed: true,
  },
  { key: "quantity", names: ["quantity", "qty", "lineitem quantity", "pieces"] },
  { key: "status", names: ["status", "order status", "financial status"] },
];

export const CATALOGUE_COLUMNS: readonly Column[] = [
  { key: "item_id", names: ["item_id", "product_id", "id", "item", "product", "sku"], needed: true },
  { key: "name", names: ["name", "title", "product name", "product title"], needed: true },
  { key: "category", names: ["category", "categories", "product category", "product type"] },
  { key: "image", names: ["image", "image url", "image link", "image src"] },
  { key: "url", names: ["url", "link", "product url"] },
  { key: "stock", names: ["stock", "availability", "available", "in stock"] },
  { key: "excludes", names: ["excludes"] },
  { key: "oneOf", names: ["one of"] },
  ...[
    "price",
    "currency",
    "brand",
    "maker",
    "rating",
    "reviews",
    "tags",
    "attributes",
    "variants",
    "sku",
    "kind",
    "per",
    "by",
    "above",
    "fits",
    "terms",
    "unit",
    "unit price",
  ].map(plain),
  ...["requires", "accessories", "upgrades", "never", "orders"].map(plain),
];

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

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Where the wanted columns are: key → the file's own name. @throws naming found and needed columns when one that is needed is missing. */
export function findColumns(file: string, found: readonly string[], wanted: readonly Column[]): ReadonlyMap<string, string> {
  const byName = new Map(found.toReversed().map((column) => [bare(column), column]));
  const places = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, names } of wanted) {
    const column = names.map((name) => byName.get(bare(name))).find((name) => name !== undefined && !taken.has(name));
    if (column === undefined) continue;
    places.set(key, column);
    taken.add(column);
  }
  const missing = wanted.filter(({ key, needed }) => needed && !places.has(key));
  if (missing.length) {
    const needed = missing.map(({ key, names }) => `  ${key} (or one of: ${names.slice(1).join(", ")})`);
    throw new Error(`${file}: needed columns are missing\nneeded:\n${needed.join("\n")}\nfound:\n  ${found.join(", ")}`);
  }
  return places;
}
