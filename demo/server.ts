import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createCatalogue } from "./shop/catalogue/createCatalogue.ts";
import type { Catalogue } from "./shop/catalogue/createCatalogue.ts";
import { readCatalogue } from "./shop/catalogue/readCatalogue.ts";
import { createShop } from "./shop/createShop.ts";
import type { Shop } from "./shop/createShop.ts";
import { fileOf } from "./shop/http/folder.ts";
import { proxy } from "./shop/http/proxy.ts";
import type { Reply } from "./shop/http/reply.ts";
import { countPairs } from "./shop/recommend/countPairs.ts";
import type { Pairs } from "./shop/recommend/countPairs.ts";
import { bundleClient } from "./start/bundleClient.ts";
import { listen } from "./start/listen.ts";
import { openGallery } from "./start/openGallery.ts";
import { startCollector } from "./start/startCollector.ts";
import type { Collector } from "./start/startCollector.ts";
import { electronicsFiles, merchantFiles } from "./start/storeFiles.ts";
import type { StoreFiles } from "./start/storeFiles.ts";
import { trainModel } from "./start/trainModel.ts";

export interface DemoOptions {
  /** The next free one is taken when it is not free; 0 is any. */
  readonly port: number;
  /** A merchant's own files, both or neither. */
  readonly orders?: string;
  readonly catalogue?: string;
  /** ISO 4217, for a catalogue without currencies. Default EUR. */
  readonly currency?: string;
  readonly quiet?: boolean;
}

/** A running demo. */
export interface Demo {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const DEFAULT_PORT = 4300;
const COMMAND = resolve("dist/cli.js");
const COLLECTOR_PATHS = /^\/(v1\/|(report|export)([/?]|$))/;

/** Opens the shop with its model and its collector. `stop` ends all of it. */
export async function startDemo({ port, orders, catalogue: file, currency = "EUR", quiet = false }: DemoOptions): Promise<Demo> {
  const cache = resolve(".cache/demo");
  await mkdir(cache, { recursive: true });
  const warn = (text: string): void => void (quiet || console.error(`goeswith demo: ${text}`));
  const store = orders && file ? merchantFiles(cache, { orders, catalogue: file }, currency) : await electronicsFiles(cache);
  const catalogue = createCatalogue(await readCatalogue(store.catalogue, store.front.currency));
  // Before the first question, because the recommender is given well under a second to answer it.
  const pairs = countPairs(store.orders, catalogue);
  const counted = pairs.then(
    () => undefined,
    (error: unknown) => warn(`the recommender knows no pairs: ${String(error)}`),
  );
  const shop = await openShop(store, catalogue, pairs);
  const server = createServer();
  const url = `http://localhost:${await listen(server, port)}`;
  const collecting = startCollector({ command: COMMAND, data: join(cache, eventsFile(url)), model: store.model }, warn);
  server.on("request", (request, response) => {
    answer({ request, response, shop, collecting }).catch((error: unknown) => {
      warn(String(error));
      response.destroy();
    });
  });
  const { front, ...files } = store;
  const training = trainModel({ ...files, command: COMMAND, currency: front.currency });
  const [problem, collector] = await Promise.all([training, collecting, counted]);
  if (problem) warn(problem);
  return {
    url,
    async stop() {
      collector?.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function openShop(store: StoreFiles, catalogue: Catalogue, pairs: Promise<Pairs>): Promise<Shop> {
  return createShop({
    front: store.front,
    catalogue,
    config: store.config,
    configs: resolve("demo/configs"),
    pairs: () => pairs,
    file: createFiles(store.model, await bundleClient(resolve("demo/shop/client/shop.ts"))),
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly shop: Shop;
  readonly collecting: Promise<Collector | undefined>;
}

async function answer({ request, response, shop, collecting }: Exchange): Promise<void> {
  const path = request.url ?? "/";
  const collector = COLLECTOR_PATHS.test(path) ? await collecting : undefined;
  if (collector) proxy(path.startsWith("/v1/") ? collector.events : collector.report, request, response);
  else await shop(request, response);
}

/** Each port keeps its own events, because one file is open in one process only. */
function eventsFile(url: string): string {
  const { port } = new URL(url);
  return port === String(DEFAULT_PORT) ? "events.duckdb" : `events-${port}.duckdb`;
}

/** The shop's own assets, the built widget, the model and the gallery of layouts, by path. */
function createFiles(model: string, client: string): (path: string) => Promise<Reply | undefined> {
  const dist = resolve("dist");
  const assets = resolve("demo/shop/assets");
  const script: Reply = { status: 200, type: "text/javascript; charset=utf-8", body: client, headers: { "cache-control": "no-cache" } };
  const gallery = openGallery();
  const after = (path: string, prefix: string): string => path.slice(prefix.length);
  return async (path) => {
    if (path === "/assets/shop.js") return script;
    if (path.startsWith("/assets/")) return fileOf(assets, after(path, "/assets/"), () => false);
    if (/^\/goeswith\/(goeswith[\w.]*\.js|c\/.+)$/.test(path))
      return fileOf(dist, after(path, "/goeswith/"), (name) => name.startsWith("c/"));
    if (path.startsWith("/model/")) return fileOf(model, after(path, "/model/"), (name) => name !== "manifest.json");
    return gallery(path);
  };
}

/** The command line of `npm start`. */
export async function main(args: readonly string[]): Promise<void> {
  const options = {
    port: { type: "string" },
    orders: { type: "string" },
    catalogue: { type: "string" },
    currency: { type: "string" },
    quiet: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { port = String(DEFAULT_PORT), orders, catalogue, currency, quiet } = values;
  if (Boolean(orders) !== Boolean(catalogue)) throw new Error("--orders and --catalogue go together");
  const demo = await startDemo({
    port: Number(port),
    ...(orders && catalogue && { orders: resolve(orders), catalogue: resolve(catalogue) }),
    ...(currency && { currency }),
    ...(quiet && { quiet }),
  });
  console.log(`goeswith demo: ${demo.url}/  report: ${demo.url}/report`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void demo.stop().then(() => process.exit(0)));
}
