import type { Product } from "../../../types/product.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { readSchemaProduct, type SchemaNode } from "./readSchemaProduct.ts";

/** What a page may cost us: a text for which there is no room is not read. */
const MOST_TEXT = 300_000;

let lastText = "";
let lastFound: readonly Partial<Product>[] = [];

/** The products of the page's JSON-LD. Read again only when a text changed; broken blocks are passed over. */
export function readJsonLd(): readonly Partial<Product>[] {
  let room = MOST_TEXT;
  const texts = [...document.querySelectorAll('script[type^="application/ld+json"]')]
    .map(({ textContent }) => textContent ?? "")
    .filter(({ length }) => length < room && (room -= length));
  if (lastText !== (lastText = texts.join())) lastFound = texts.flatMap(productsIn);
  return lastFound;
}

function productsIn(text: string): readonly Partial<Product>[] {
  try {
    return find(JSON.parse(text)).map(readSchemaProduct);
  } catch {
    // Not JSON, or nested beyond reason.
    return [];
  }
}

function find(node: unknown): readonly SchemaNode[] {
  if (Array.isArray(node)) return node.flatMap(find);
  if (!isRecord(node)) return [];
  return /Product(Group|Model)?\b/.test(String(node["@type"])) ? [node] : find([node["@graph"], node.mainEntity]);
}
