import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Files as they were named, patterns (`*`, `?`, and `**` for any folders) replaced by what they match, each file once, in one order. @throws for a pattern without a file. */
export async function expandFiles(names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (!/[*?]/.test(name) || existsSync(name)) found.push(name);
    else {
      const files = await match(name);
      if (!files.length) throw new Error(`${name}: there is no such file`);
      found.push(...files);
    }
  }
  return [...new Set(found)];
}

async function match(pattern: string): Promise<readonly string[]> {
  const [first = "", ...rest] = pattern.replaceAll("\\", "/").split("/");
  // Of a pattern that begins at the root or on a drive the first part is a folder as it stands.
  const isRoot = first === "" || first.endsWith(":");
  return (await walk(isRoot ? `${first}/` : ".", isRoot ? rest : [first, ...rest])).toSorted(
    new Intl.Collator("en", { numeric: true }).compare,
  );
}

async function walk(folder: string, [part = "", ...rest]: readonly string[]): Promise<readonly string[]> {
  if (part && !/[*?]/.test(part)) {
    const path = join(folder, part);
    return rest.length ? walk(path, rest) : existsSync(path) ? [path] : [];
  }
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const deeper = part === "**" ? await walk(folder, rest) : [];
  const named = entries.filter(({ name }) => part === "**" || isLike(name, part));
  const below = await Promise.all(
    named.map(async (entry): Promise<readonly string[]> => {
      const path = join(folder, entry.name);
      if (part === "**") return entry.isDirectory() ? walk(path, ["**", ...rest]) : [];
      return rest.length ? walk(path, rest) : entry.isDirectory() ? [] : [path];
    }),
  );
  return [...deeper, ...below.flat()];
}

function isLike(name: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(name) && (pattern.startsWith(".") || !name.startsWith("."));
}
