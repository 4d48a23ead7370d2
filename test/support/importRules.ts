/** Which part of the widget may import which; a part may always import itself. Types count like code. */
export interface Part {
  readonly name: string;
  /** Files whose path starts with one of these belong to it; of several parts the longest start wins. */
  readonly paths: readonly string[];
  readonly may: readonly string[];
  /** Packages by name; `node:` stands for all of Node's own. */
  readonly packages?: readonly string[];
}

const LEAF = ["types", "lib"];
const MIDDLE = [...LEAF, "model"];
const BROWSER = [...MIDDLE, "config", "platforms", "sources", "cart", "offers", "events", "ui", "placements"];
const JSX = ["preact", "preact/jsx-runtime"];

export const PARTS: readonly Part[] = [
  { name: "types", paths: ["widget/types/"], may: [], packages: ["preact"] },
  { name: "build", paths: ["widget/build/"], may: [], packages: ["node:", "vite", "terser"] },
  { name: "lib", paths: ["widget/browser/lib/"], may: ["types"] },
  { name: "model", paths: ["widget/browser/model/"], may: LEAF },
  { name: "config", paths: ["widget/browser/config/"], may: LEAF },
  { name: "config check", paths: ["widget/browser/config/check"], may: [...LEAF, "config"], packages: ["css-what"] },
  { name: "platforms", paths: ["widget/browser/platforms/"], may: MIDDLE },
  { name: "sources", paths: ["widget/browser/sources/"], may: MIDDLE },
  { name: "cart", paths: ["widget/browser/cart/"], may: MIDDLE },
  { name: "offers", paths: ["widget/browser/offers/"], may: MIDDLE },
  { name: "events", paths: ["widget/browser/events/"], may: MIDDLE },
  { name: "ui", paths: ["widget/browser/ui/"], may: LEAF, packages: JSX },
  { name: "placements", paths: ["widget/browser/placements/"], may: [...LEAF, "ui", "popover"], packages: JSX },
  {
    name: "popover",
    paths: ["widget/browser/placements/popover/"],
    may: [...LEAF, "ui"],
    packages: [...JSX, "@floating-ui/core", "@floating-ui/dom"],
  },
  { name: "start", paths: ["widget/browser/start.ts", "widget/browser/flow/"], may: BROWSER },
  {
    name: "tag",
    paths: ["main", "one", "core", "attach", "commands", "importCore", "inlineConfig"].map((file) => `widget/browser/${file}.ts`),
    may: [...LEAF, "config", "start"],
  },
  { name: "index", paths: ["widget/browser/index.ts"], may: ["types", "start"] },
  {
    name: "trainer",
    paths: ["widget/trainer/"],
    may: [...MIDDLE, "offers", "config", "sources"],
    packages: ["node:", "@duckdb/node-api", "saxes"],
  },
  { name: "books", paths: ["widget/books/"], may: [...LEAF, "trainer"] },
  {
    name: "collector",
    paths: ["widget/collector/"],
    may: [...LEAF, "books"],
    packages: ["node:", "@duckdb/node-api", "fastify", "@fastify/cors", "@fastify/rate-limit", "zod"],
  },
  { name: "report", paths: ["widget/collector/report/"], may: ["types"], packages: [...JSX, "@observablehq/plot"] },
  {
    name: "cli",
    paths: ["widget/cli.ts", "widget/checkCommand.ts"],
    may: [...MIDDLE, "trainer", "collector", "config", "config check"],
    packages: ["node:"],
  },
];

/** Files and what each of them imports, as written. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** Every module a text imports, re-exports or loads, types included. */
export function importsOf(source: string): readonly string[] {
  const withoutComments = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  return [...withoutComments.matchAll(/(?:(?<=[\s}*])from\s*|\bimport\s*\(?\s*)"([^"]+)"/g)].map(([, name]) => name ?? "");
}

/** One sentence for each import that is not allowed. */
export function forbiddenImports(imports: Imports, parts: readonly Part[] = PARTS): readonly string[] {
  const faults: string[] = [];
  for (const [file, names] of imports) {
    const part = partOf(file, parts);
    if (!part) faults.push(`${file} belongs to no part`);
    else for (const name of names) if (!isAllowed(file, name, part, parts)) faults.push(`${file} imports ${name}`);
  }
  return faults;
}

/** Each ring once, as the files along it. */
export function rings(imports: Imports): readonly (readonly string[])[] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const name of imports.get(file) ?? []) {
      const target = resolveImport(file, name);
      if (target) visit(target, [...path, file]);
    }
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}

function isAllowed(file: string, name: string, part: Part, parts: readonly Part[]): boolean {
  const target = resolveImport(file, name);
  if (!target) return (part.packages ?? []).some((allowed) => (allowed === "node:" ? name.startsWith(allowed) : name === allowed));
  const other = partOf(target, parts);
  return other !== undefined && (other === part || part.may.includes(other.name));
}

function partOf(file: string, parts: readonly Part[]): Part | undefined {
  const lengthIn = (part: Part) => Math.max(0, ...part.paths.filter((path) => file.startsWith(path)).map((path) => path.length));
  const best = parts.toSorted((a, b) => lengthIn(b) - lengthIn(a))[0];
  return best && lengthIn(best) ? best : undefined;
}

/** Path of a relative import from the root of the repository; `undefined` for a package. */
function resolveImport(file: string, name: string): string | undefined {
  return name.startsWith(".") ? new URL(name, `file:///${file}`).pathname.slice(1) : undefined;
}
