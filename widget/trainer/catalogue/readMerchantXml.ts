import { basename } from "node:path";
import { type Field, toMerchantCells } from "./merchantCells.ts";
import type { Row, Tell } from "./rawProduct.ts";
import { readText } from "./readText.ts";

const GOOGLE = "http://base.google.com/ns/1.0";
const PRODUCT = new Set(["item", "entry"]);

/** The items of a Google Merchant feed, RSS or Atom. Entities that the file itself defines are not expanded. @throws naming line and column of broken XML. */
export async function readMerchantXml(file: string, tell: Tell): Promise<readonly Row[]> {
  const { SaxesParser } = await import("saxes");
  const parser = new SaxesParser({ xmlns: false, position: true });
  const rows: Row[] = [];
  const reader = createItemReader((fields) =>
    rows.push({ where: `${basename(file)}, line ${parser.line}`, cells: toMerchantCells(fields) }),
  );
  let fault: Error | undefined;
  parser.on("error", (error) => void (fault ??= error));
  parser.on("opentag", ({ name, attributes }) => reader.open(name, attributes));
  parser.on("text", reader.text);
  parser.on("cdata", reader.text);
  parser.on("closetag", reader.close);
  for await (const piece of readText(file)) {
    parser.write(piece);
    if (fault) throw broken(file, fault);
  }
  parser.close();
  if (fault) throw broken(file, fault);
  if (!rows.length) tell("feed without a product", file, "an RSS feed has <item> elements, an Atom feed <entry> elements");
  return rows;
}

function broken(file: string, { message }: Error): Error {
  const [, line, column, what = message] = /^(\d+):(\d+): ([^]*)$/.exec(message) ?? [];
  const where = line === undefined ? file : `${file}, line ${line}, column ${Number(column) + 1}`;
  const hint = "write & as &amp;, close every element, or export the feed anew";
  return new Error(`${where}: the XML is broken (${what.replace(/\.$/, "")}); ${hint}`);
}

interface ItemReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(): void;
}

function createItemReader(take: (fields: readonly Field[]) => void): ItemReader {
  const prefixes = new Set(["g"]);
  const path: string[] = [];
  let fields: Field[] | undefined;
  let content = "";
  return {
    open(name, attributes) {
      for (const [key, value] of Object.entries(attributes)) if (value === GOOGLE && key.startsWith("xmlns:")) prefixes.add(key.slice(6));
      content = name === "link" && (attributes["rel"] ?? "alternate") === "alternate" ? (attributes["href"] ?? "") : "";
      if (fields) path.push(name);
      else if (PRODUCT.has(name)) fields = [];
    },
    text: (text) => void (content += text),
    close() {
      if (!fields) return;
      const value = content.trim();
      content = "";
      if (!path.length) {
        take(fields);
        fields = undefined;
        return;
      }
      const names = path.map((name) => plainName(name, prefixes));
      if (value && names.every((name) => name !== undefined))
        fields.push({ path: names.join("/"), value, own: path[0]?.includes(":") === true });
      path.pop();
    },
  };
}

/** A name without Google's prefix; `undefined` for one of another vocabulary. */
function plainName(name: string, prefixes: ReadonlySet<string>): string | undefined {
  const at = name.indexOf(":");
  return at < 0 ? name : prefixes.has(name.slice(0, at)) ? name.slice(at + 1) : undefined;
}
