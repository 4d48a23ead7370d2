// oxlint-disable vitest/expect-expect -- prints figures and asserts none: what they are depends on the machine
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { test } from "vitest";
import { build, type Rolldown } from "vite";
import { shardOf } from "../../widget/browser/model/shardOf.ts";
import type { Card, Manifest, Shard } from "../../widget/types/model.ts";
import { obtainChromium } from "../support/findBrowser.ts";
import { inFolder } from "./inFolder.ts";
import type { PassInput, PassResult } from "./passPage.ts";
import { builtCommand, runMeasured } from "./runMeasured.ts";
import { writeCatalogue } from "./writeCatalogue.ts";
import { writeHistory } from "./writeHistory.ts";

const PRODUCTS = process.env["GOESWITH_BENCH_FULL"] ? 100_000 : 10_000;
const LINES_PER_PRODUCT = 20;
const CART_LINES = 12;
const PASSES = 30;
/** Which passes of a page are told: code is slow when it first runs. */
const SHOWN = [1, 2, 10] as const;
const SLOWER = 4;
const HOUR_MS = 3_600_000;

/** The page's script: the widget's own code, made small as it is delivered. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: true,
      target: "es2022",
      lib: { entry: fileURLToPath(new URL("./passPage.ts", import.meta.url)), formats: ["iife"], name: "pass" },
    },
  });
  const [{ output }] = built as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code;
}

/** Carts out of the products that were ordered one after the other, so that each has several topics, and one more product in view. */
function inputsOf(folder: string): readonly PassInput[] {
  const manifestText = readFileSync(join(folder, "model", "manifest.json"), "utf8");
  const { build: name, shards } = JSON.parse(manifestText) as Manifest;
  const rows = readFileSync(join(folder, "orders.csv"), "utf8").slice(0, 1_000_000).split("\n").slice(1, -1);
  const items = rows.map((row) => row.split(",")[1] ?? "");
  const inputs: PassInput[] = [];
  for (let at = 0; inputs.length < PASSES;) {
    const products = new Set<string>();
    for (; products.size <= CART_LINES; at++) products.add(items[at] ?? "");
    const ids = [...products];
    const names = [...new Set(ids.map((id) => `${name}/${shardOf(id, shards)}.json`))];
    const texts = names.map((file) => [`/${file}`, readFileSync(join(folder, "model", file), "utf8")] as const);
    const cards = Object.assign({}, ...texts.map(([, text]) => (JSON.parse(text) as Shard).cards)) as Record<string, Card>;
    const [view = "", ...lines] = ids;
    const price = (id: string) => ({ minor: cards[id]?.price ?? 0, currency: "EUR" });
    inputs.push({
      files: { "/manifest.json": manifestText, ...Object.fromEntries(texts) },
      lines: lines.map((id, place) => ({ key: `l${place}`, product: id, quantity: 1, price: price(id), title: cards[id]?.title ?? id })),
      view: { id: view, title: cards[view]?.title ?? view, price: price(view) },
    });
  }
  return inputs;
}

/** The first pass a new page runs, the second right after it, and the tenth. */
async function passesIn(browser: Browser, script: string, input: PassInput): Promise<readonly PassResult[]> {
  const page = await browser.newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addScriptTag({ content: script });
  await page.evaluate((given) => void (globalThis.passInput = given), input);
  // What the handing over left behind is none of the pass's business.
  await devtools.send("HeapProfiler.collectGarbage");
  const results: PassResult[] = [];
  for (let pass = 1; pass <= Math.max(...SHOWN); pass++) results.push(await page.evaluate(() => globalThis.timeOnePass()));
  await page.close();
  return SHOWN.flatMap((pass) => results[pass - 1] ?? []);
}

function rowOf(which: string, results: readonly PassResult[], inputs: readonly PassInput[]) {
  const ordered = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  const middle = (values: readonly number[]) => ordered(values)[Math.floor(values.length / 2)];
  const times = (key: "ms" | "parsing" | "deciding") => results.map((result) => Number(result[key].toFixed(1)));
  return {
    pass: which,
    "median ms": middle(times("ms")),
    "slowest ms": Math.max(...times("ms")),
    "parsing, median": middle(times("parsing")),
    "deciding, median": middle(times("deciding")),
    candidates: middle(results.map(({ candidates }) => candidates)),
    offers: middle(results.map(({ offers }) => offers)),
    "bytes parsed": middle(inputs.map(({ files }) => Object.values(files).reduce((sum, text) => sum + text.length, 0))),
  };
}

test(`one pass in Chromium, ${SLOWER} times slowed: ${CART_LINES} lines, ${PRODUCTS} products`, { timeout: HOUR_MS }, async () => {
  const script = await bundle();
  const inputs = await inFolder(async (folder) => {
    const [orders, catalogue] = [join(folder, "orders.csv"), join(folder, "catalogue.csv")];
    writeCatalogue(catalogue, PRODUCTS);
    writeHistory(orders, { lines: PRODUCTS * LINES_PER_PRODUCT, products: PRODUCTS });
    await runMeasured(builtCommand(), ["train", "--orders", orders, "--catalogue", catalogue, "--out", join(folder, "model")]);
    return inputsOf(folder);
  });
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: obtainChromium(), args: isRoot ? ["--no-sandbox"] : [] });
  try {
    const passes: (readonly PassResult[])[] = [];
    for (const input of inputs) passes.push(await passesIn(browser, script, input));
    const rows = SHOWN.map((pass, at) =>
      rowOf(
        `number ${pass} on its page`,
        passes.flatMap((results) => results[at] ?? []),
        inputs,
      ),
    );
    console.table(rows);
  } finally {
    await browser.close();
  }
});
