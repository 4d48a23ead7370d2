// oxlint-disable vitest/expect-expect -- prints figures and asserts none: they are looked at, and change with every better relation
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { test } from "vitest";
import { shardOf } from "../../widget/browser/model/shardOf.ts";
import type { Manifest } from "../../widget/types/model.ts";
import { inFolder } from "./inFolder.ts";
import { builtCommand, runMeasured } from "./runMeasured.ts";
import { writeCatalogue } from "./writeCatalogue.ts";
import { writeHistory } from "./writeHistory.ts";

const CATALOGUES = [1_000, 10_000, ...(process.env["GOESWITH_BENCH_FULL"] ? [100_000] : [])];
const LINES_PER_PRODUCT = 20;
/** Pages that are measured: the products of an order, one in view and three in the cart. */
const PAGES = 200;
const ON_PAGE = 4;
/** The best compression takes long: of a large build so many files tell the whole. */
const SAMPLE = 1_000;
const HOUR_MS = 3_600_000;

/** Files of a build by name. */
type Files = ReadonlyMap<string, Buffer>;

interface Built {
  readonly manifest: Manifest;
  readonly manifestFile: Buffer;
  readonly files: Files;
}

const brotli = (file: Buffer): number => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const megabytes = (bytes: number): number => Number((bytes / 1e6).toFixed(2));

/** Trains as the command does and reads back what it wrote. */
async function build(folder: string, orders: string, date: string): Promise<Built> {
  const out = join(folder, "model");
  const given = ["--orders", orders, "--catalogue", join(folder, "catalogue.csv"), "--out", out, "--date", date];
  await runMeasured(builtCommand(), ["train", ...given]);
  const manifestFile = readFileSync(join(out, "manifest.json"));
  const manifest = JSON.parse(manifestFile.toString()) as Manifest;
  const at = join(out, manifest.build);
  return { manifest, manifestFile, files: new Map(readdirSync(at).map((name) => [name, readFileSync(join(at, name))])) };
}

/** Products of the first orders that have enough of them for a page. */
function pagesOf(rows: readonly string[]): readonly (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  let [current, products] = ["", new Set<string>()];
  for (const row of rows) {
    const [order = "", item = ""] = row.split(",");
    if (order !== current) {
      if (products.size >= ON_PAGE) pages.push([...products].slice(0, ON_PAGE));
      if (pages.length === PAGES) break;
      [current, products] = [order, new Set()];
    }
    products.add(item);
  }
  return pages;
}

/** Bytes of a page that has nothing cached: the manifest and the shards of all its products. */
function pageBytes({ manifest, manifestFile, files }: Built, products: readonly string[]): number {
  const shards = new Set(products.map((id) => `${shardOf(id, manifest.shards)}.json`));
  return brotli(manifestFile) + sum([...shards].map((name) => brotli(files.get(name) ?? Buffer.alloc(0))));
}

function pageRow(built: Built, rows: readonly string[]) {
  const sizes = pagesOf(rows)
    .map((products) => pageBytes(built, products))
    .toSorted((a, b) => a - b);
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))];
  return { products: built.manifest.counts.products, pages: sizes.length, median: at(0.5), "95th percentile": at(0.95), largest: at(1) };
}

/** The whole build as it lies on the CDN. */
function buildRow({ manifest, manifestFile, files }: Built) {
  const all = [manifestFile, ...files.values()];
  const every = Math.ceil(all.length / SAMPLE);
  const sample = all.filter((_, at) => at % every === 0);
  const plain = sum(all.map((file) => file.length));
  const share = sum(sample.map(brotli)) / sum(sample.map((file) => file.length));
  return {
    products: manifest.counts.products,
    files: all.length,
    "plain MB": megabytes(plain),
    "brotli MB": megabytes(plain * share),
    "largest file": Math.max(...all.map((file) => file.length)),
  };
}

const contentOf = (file: Buffer): string => createHash("sha256").update(file).digest("base64");

/** What a rebuild with one more day of orders uploads: all its files, as a build has a folder of its own, or what no file held before. */
function rebuildRow(before: Built, { manifest, manifestFile, files }: Built) {
  const held = new Set([...before.files.values()].map(contentOf));
  const fresh = [...files.values()].filter((file) => !held.has(contentOf(file)));
  const all = [manifestFile, ...files.values()];
  return {
    products: manifest.counts.products,
    "files by path": all.length,
    "MB by path": megabytes(sum(all.map((file) => file.length))),
    "files by content": fresh.length + 1,
    "MB by content": megabytes(manifestFile.length + sum(fresh.map((file) => file.length))),
  };
}

test("bytes: what a page reads, what lies on the CDN, what a rebuild uploads", { timeout: HOUR_MS }, async () => {
  const tables: Record<"page" | "build" | "rebuild", object[]> = { page: [], build: [], rebuild: [] };
  for (const products of CATALOGUES) {
    await inFolder(async (folder) => {
      const [earlier, orders] = [join(folder, "earlier.csv"), join(folder, "orders.csv")];
      writeCatalogue(join(folder, "catalogue.csv"), products);
      writeHistory(orders, { lines: products * LINES_PER_PRODUCT, products });
      const [header = "", ...rows] = readFileSync(orders, "utf8").trimEnd().split("\n");
      const lastDay = rows.reduce((latest, row) => (row.slice(-10) > latest ? row.slice(-10) : latest), "");
      writeFileSync(earlier, [header, ...rows.filter((row) => !row.endsWith(lastDay)), ""].join("\n"));
      const before = await build(folder, earlier, "2026-01-01");
      const after = await build(folder, orders, "2026-01-02");
      tables.page.push(pageRow(after, rows));
      tables.build.push(buildRow(after));
      tables.rebuild.push(rebuildRow(before, after));
    });
  }
  console.log("a product page with three lines in the cart and nothing cached, bytes in brotli");
  console.table(tables.page);
  console.log("on the CDN");
  console.table(tables.build);
  console.log("uploaded after one more day of orders");
  console.table(tables.rebuild);
});
