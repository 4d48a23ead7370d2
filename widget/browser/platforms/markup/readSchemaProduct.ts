import type { Product } from "../../../types/product.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { safeUrl } from "../../lib/url.ts";
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
  const aliases = texts(kin.flatMap(({ productID, sku, productGroupID }) => [productID, sku, productGroupID]));
  const offers = kin.flatMap((one) => nodes(one.offers));
  const stocks = texts(offers.map(({ availability }) => availability));
  const [price] = offers.flatMap((offer) =>
    [offer, ...nodes(offer.priceSpecification)].flatMap((spec) =>
      // A crossed-out price, and a price per kilogram or litre, are not what the product costs.
      spec.referenceQuantity || /list|strike|srp/i.test(String(spec.priceType))
        ? []
        : (readMoney(spec.price ?? spec.lowPrice, readText(spec.priceCurrency ?? offer.priceCurrency)) ?? []),
    ),
  );
  return defined({
    id: aliases[0],
    aliases,
    price,
    available: stocks[0] ? stocks.some((stock) => !/(out.?of.?stock|sold.?out|discontinued|instoreonly|oos)$/i.test(stock)) : undefined,
    title: readText(node.name),
    url: safeUrl(readText(node.url)),
    categories: readText(node.category)?.split(/\s*[>/]\s*/),
  });
}

const nodes = (value: unknown): readonly SchemaNode[] => [value].flat().filter(isRecord);

const texts = (values: readonly unknown[]): readonly string[] => values.flatMap((value) => readText(value) ?? []);
