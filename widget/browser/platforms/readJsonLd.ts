import { isRecord } from "../lib/isRecord.ts";
import { readText } from "./readText.ts";
import type { SchemaNode } from "./readSchemaProduct.ts";

// What a page may cost us: of a longer list of blocks, text or nodes the rest is not read.
const MOST_BLOCKS = 50;
const MOST_TEXT = 300_000;
const MOST_NODES = 1000;

let lastText = "";
let lastFound: readonly SchemaNode[] = [];

/** The Product and ProductGroup nodes of the page's JSON-LD. Parsed again only when a text changed; broken blocks are passed over. */
export function readJsonLd(): readonly SchemaNode[] {
  const texts: string[] = [];
  let room = MOST_TEXT;
  for (const block of [...document.querySelectorAll('script[type^="application/ld+json"]')].slice(0, MOST_BLOCKS)) {
    const text = block.textContent;
    if (!text || text.length > room) continue;
    room -= text.length;
    texts.push(text);
  }
  const whole = texts.join("\0");
  if (whole !== lastText) {
    lastText = whole;
    lastFound = texts.flatMap(productsIn);
  }
  return lastFound;
}

function productsIn(text: string): readonly SchemaNode[] {
  const found: SchemaNode[] = [];
  try {
    const queue: unknown[] = [JSON.parse(text)];
    for (let at = 0; at < queue.length && at < MOST_NODES; at++) {
      const node = queue[at];
      if (Array.isArray(node)) queue.push(...node.slice(0, MOST_NODES));
      else if (isRecord(node)) {
        if (isProduct(node)) found.push(node);
        else queue.push(node["@graph"], node.mainEntity);
      }
    }
  } catch {
    // Not JSON.
  }
  return found;
}

function isProduct(node: SchemaNode): boolean {
  const types = node["@type"];
  return (Array.isArray(types) ? types.slice(0, MOST_BLOCKS) : [types]).some((type) =>
    /(^|[/:])(Individual)?Product(Group|Model)?$/.test(readText(type) ?? ""),
  );
}
