import type { Money } from "../../types/money.ts";
import type { Product } from "../../types/product.ts";
import { defined } from "../lib/defined.ts";
import { isRecord } from "../lib/isRecord.ts";
import { safeUrl } from "../lib/url.ts";
import { readMoney } from "./readMoney.ts";
import { readText } from "./readText.ts";

/** A node in the words of schema.org, whichever markup it came from. */
export type SchemaNode = Readonly<Record<string, unknown>>;

/**
 * What a schema.org Product or ProductGroup says, as far as it can be told for certain. Of its variants only what they say of the whole:
 * their ids, the first price, and whether any can be bought; schema.org's words for their options are not the catalogue's.
 */
export function readSchemaProduct(node: SchemaNode): Partial<Product> {
  const kin = [node, ...nodes(node.hasVariant)];
  const [id, ...aliases] = new Set(kin.flatMap((one) => [one.productID, one.sku, one.productGroupID].flatMap((value) => readText(value) ?? [])));
  let price: Money | undefined;
  let available: boolean | undefined;
  for (const offer of kin.flatMap(({ offers }) => nodes(offers))) {
    for (const spec of [offer, ...nodes(offer.priceSpecification)]) {
      // A crossed-out price, and a price per kilogram or litre, are not what the product costs.
      if (!spec.referenceQuantity && !/list|strike|srp/i.test(readText(spec.priceType) ?? ""))
        price ??= readMoney(spec.price ?? spec.lowPrice, spec.priceCurrency ?? offer.priceCurrency);
    }
    const stock = readText(offer.availability);
    if (stock) available ||= !/(out.?of.?stock|sold.?out|discontinued|instoreonly|oos)$/i.test(stock);
  }
  return defined({
    id,
    aliases,
    price,
    available,
    title: readText(node.name),
    url: safeUrl(readText(node.url, "@id")),
    categories: readText(node.category)
      ?.split(/\s*[>/]\s*/)
      .filter(Boolean),
  });
}

const nodes = (value: unknown): readonly SchemaNode[] => [value].flat().filter(isRecord);
