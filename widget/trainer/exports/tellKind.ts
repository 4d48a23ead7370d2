import { firstCharacter, readText } from "../catalogue/readText.ts";
import { bareName } from "../reading/columns.ts";
import type { Input } from "../reading/openInputs.ts";
import { readHeader } from "../reading/readHeader.ts";
import type { ExportKind, ShopSystem } from "./exportKind.ts";
import { jsonRecords } from "./jsonRecords.ts";

/**
 * What a file of a shop system is; `undefined` for JSON without a record, such as the page behind the last one. @throws where it is none of the
 * system's exports.
 */
export async function tellKind({ title, kinds }: ShopSystem, { file, name }: Input): Promise<ExportKind | undefined> {
  const isJson = /^[[{]/.test(await firstCharacter(file));
  const names = isJson ? await firstFields(file, name) : (await readHeader(file)).columns;
  if (!names) return undefined;
  const bare = new Set(names.map(bareName));
  const found = kinds.find((kind) => isJsonKind(kind) === isJson && kind.isWritten(bare, names));
  if (found) return found;
  const known = kinds.filter(({ kind }) => kind !== "useless").map((kind) => `  ${kind.name}${isJsonKind(kind) ? " (JSON)" : ""}`);
  const fields = names.map((one) => one.trim()).filter(Boolean);
  throw new Error(
    `${name}: by its ${isJson ? "fields" : "columns"} it is none of the exports of ${title} that are known\nknown:\n${known.join("\n")}\nfound:\n  ${fields.join(", ") || "nothing"}`,
  );
}

const isJsonKind = (kind: ExportKind): boolean => kind.kind === "products" || (kind.kind === "orders" && kind.from === "json");

async function firstFields(file: string, name: string): Promise<readonly string[] | undefined> {
  for await (const fields of jsonRecords(readText(file), name)) return Object.keys(fields);
  return undefined;
}
