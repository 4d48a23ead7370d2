import type { Demand, StoreProduct, StoreVariant } from "./storeProduct.ts";

const major = (minor: number | undefined): string => (minor === undefined ? "" : (minor / 100).toFixed(2));
const pairs = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(";");
const demands = (demand: Demand): string =>
  Object.entries(demand)
    .map(([name, values]) => `${name}=${values.join("|")}`)
    .join(";");

const COLUMNS: readonly (readonly [name: string, value: (product: StoreProduct) => string])[] = [
  ["item_id", (p) => p.id],
  ["name", (p) => p.title],
  ["name:de", (p) => p.titles.de ?? ""],
  ["name:ar", (p) => p.titles.ar ?? ""],
  ["price", (p) => major(p.price)],
  ["currency", (p) => p.currency],
  ["category", (p) => p.categories.join("/")],
  ["brand", (p) => p.brand ?? ""],
  ["image", (p) => p.image ?? ""],
  ["url", (p) => p.url ?? ""],
  ["stock", (p) => String(p.stock)],
  ["rating", (p) => (p.rating ? String(p.rating.value) : "")],
  ["reviews", (p) => (p.rating ? String(p.rating.count) : "")],
  ["tags", (p) => p.tags.join("|")],
  ["attributes", (p) => pairs(p.attributes)],
  ["variants", (p) => (p.variants.length ? JSON.stringify(p.variants.map(inMajorUnits)) : "")],
  ["sku", (p) => p.skus.join("|")],
  ["kind", (p) => p.kind],
  ["per", (p) => p.per ?? ""],
  ["terms", (p) => p.terms ?? ""],
  ["unit_price", (p) => major(p.unit?.price)],
  ["unit", (p) => p.unit?.per ?? ""],
  ["excludes", (p) => p.excludes.join("|")],
  ["by", (p) => p.by ?? ""],
  ["above", (p) => major(p.above)],
  ["fits", (p) => demands(p.fits)],
  ["requires", (p) => demands(p.requires)],
  ["oneOf", (p) => demands(p.oneOf)],
  ["accessories", (p) => p.accessories.join("|")],
  ["upgrades", (p) => p.upgrades.join("|")],
  ["never", (p) => p.never.join("|")],
  ["description", (p) => p.description ?? ""],
];

/** The catalogue as CSV text, one row per product in the given order, prices in major units with two decimals. */
export function writeCatalogue(products: readonly StoreProduct[]): string {
  const rows = products.map((product) => COLUMNS.map(([, value]) => quoted(value(product))));
  return [COLUMNS.map(([name]) => name), ...rows].map((row) => row.join(",")).join("\n") + "\n";
}

function inMajorUnits({ price, ...variant }: StoreVariant): object {
  return { ...variant, ...(price !== undefined && { price: price / 100 }) };
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
