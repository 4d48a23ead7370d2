import type { Money } from "../../types/money.ts";
import type { Attributes, Product, Variant } from "../../types/product.ts";
import { isRecord } from "../lib/isRecord.ts";
import { safeUrl } from "../lib/url.ts";
import { defined } from "./defined.ts";
import { readMoney } from "./readMoney.ts";
import { readText } from "./readText.ts";

/** A node in the words of schema.org, whichever markup it came from. */
export type SchemaNode = Readonly<Record<string, unknown>>;

/** Of a list longer than this the rest is not read. */
const MOST = 100;

const OPTIONS = ["color", "size", "material", "pattern"];

/** What a schema.org Product or ProductGroup says, as far as it can be told for certain. */
export function readSchemaProduct(node: SchemaNode): Partial<Product> {
  const variants = nodes(node.hasVariant);
  const offers = [node, ...variants].flatMap((one) => nodes(one.offers));
  const [id, ...aliases] = new Set([node, ...variants].flatMap(idsOf));
  return defined({
    id,
    aliases,
    title: readText(node.name),
    url: safeUrl(readText(node.url, "@id")),
    image: safeUrl(readText(node.image, "url")),
    price: readPrice(offers),
    available: readStock(offers),
    categories: readText(node.category)
      ?.split(/\s*[>/]\s*/)
      .filter(Boolean),
    brand: readText(node.brand),
    variants: variants.length ? variants.flatMap((variant) => readVariant(variant, node.variesBy)) : undefined,
  });
}

function readVariant(node: SchemaNode, variesBy: unknown): readonly Variant[] {
  const [id] = idsOf(node);
  const offers = nodes(node.offers);
  const names = variesBy ? many(variesBy).map((name) => readText(name)?.split("/").pop() ?? "") : OPTIONS;
  const options = defined(Object.fromEntries(names.map((name) => [name, readText(node[name])]))) as Attributes;
  return id ? [{ id, options, ...defined({ price: readPrice(offers), available: readStock(offers) }) }] : [];
}

function idsOf(node: SchemaNode): readonly string[] {
  return [node.productID, node.sku, node.productGroupID].flatMap((id) => readText(id) ?? []);
}

function readPrice(offers: readonly SchemaNode[]): Money | undefined {
  for (const offer of offers) {
    // A crossed-out price, and a price per kilogram or litre, are not what the product costs.
    const usual = nodes(offer.priceSpecification).find(
      (spec) => !spec.referenceQuantity && !/list|strike|srp/i.test(readText(spec.priceType) ?? ""),
    );
    const money = readMoney(offer.price ?? offer.lowPrice ?? usual?.price, offer.priceCurrency ?? usual?.priceCurrency);
    if (money) return money;
  }
  return undefined;
}

/** Whether any offer can be bought; `undefined` when none says. */
function readStock(offers: readonly SchemaNode[]): boolean | undefined {
  const stated = offers.flatMap((offer) => readText(offer.availability) ?? []);
  return stated.length ? stated.some((stock) => !/(out.?of.?stock|sold.?out|discontinued|instoreonly|oos)$/i.test(stock)) : undefined;
}

const nodes = (value: unknown): readonly SchemaNode[] => many(value).filter(isRecord);

const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, MOST) : value === undefined ? [] : [value]);
