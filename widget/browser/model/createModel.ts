import type { Card, Entry, Manifest, Shard } from "../../types/model.ts";
import type { Product, ProductId } from "../../types/product.ts";
import { isRecord } from "../lib/isRecord.ts";
import { cardToProduct } from "./cardToProduct.ts";
import { shardOf } from "./shardOf.ts";

/** What is loaded of the model, then and later: it grows with every load. Ids may come from anywhere, so nothing is looked up along a prototype. */
export interface ModelPart {
  readonly manifest: Manifest;
  /** The product an alias (SKU, variant id) stands for; any other id is returned as it is. */
  resolve(id: string): ProductId;
  product(id: string): Product | undefined;
  /** By product id, alias, or `category:NAME`. */
  entry(key: string): Entry | undefined;
}

export interface Model {
  /**
   * Reads what is not there yet and returns all that is loaded. A file that cannot be read is left out and asked for again the
   * next time. Files are shared by all passes, so `signal` ends the waiting, not the reading.
   * @throws when the manifest cannot be read or has another format, or when `signal` is aborted.
   */
  load(keys: readonly string[], signal?: AbortSignal): Promise<ModelPart>;
  /** Reads a file of the build, in the page's language where the model has it; its cards are loaded then. @throws when it cannot be read. */
  read(name: string): Promise<unknown>;
  /** Name of the build, once its manifest was read. */
  build(): string | undefined;
}

export interface ModelAccess {
  /** Folder of the model files. */
  readonly address: string;
  /** The manifest, where it is already on its way. */
  readonly manifest?: PromiseLike<unknown> | undefined;
  /** BCP 47: the language of names and addresses, where the model has them in it. */
  readonly locale?: () => string;
  readonly get: (address: string, signal?: AbortSignal) => Promise<unknown>;
}

/** Reads model files as they are needed, each once. */
export function createModel({ address, manifest: given, locale, get }: ModelAccess): Model {
  const folder = address.replace(/\/$/, "");
  const files = new Map<string, Promise<unknown>>();
  const entries = new Map<string, Entry>();
  const cards = new Map<ProductId, Card>();
  const aliases = new Map<string, ProductId>();

  /** Reads a file and hands it to `take`, once; a failure is forgotten, so that it may be asked for again. */
  const once = (name: string, take: (file: unknown) => unknown, coming?: PromiseLike<unknown>): Promise<unknown> => {
    let reading = files.get(name);
    if (!reading) {
      files.set(name, (reading = (async () => take(await (coming ?? get(`${folder}/${name}`))))()));
      reading.catch(() => files.delete(name));
    }
    return reading;
  };
  const put = <T>(map: Map<string, T>, more: Readonly<Record<string, T>>) =>
    Object.entries(more).forEach(([key, one]) => map.set(key, one));
  const takeFile = (file: unknown) => {
    const { entries: own = {}, cards: more, aliases: names = {} } = file as Partial<Shard> & Pick<Shard, "cards">;
    put(cards, more);
    put(entries, own);
    put(aliases, names);
    return file;
  };

  const resolve = (id: string) => aliases.get(id) ?? id;
  let manifest: Manifest;
  const takeManifest = (file: unknown) => {
    if (!isRecord(file) || file["format"] !== 1) throw new Error("unknown format");
    manifest = file as unknown as Manifest;
  };
  const open = (coming?: PromiseLike<unknown>) => once("manifest.json", takeManifest, coming);
  const read = async (name: string): Promise<unknown> => {
    await open();
    const { build, locales } = manifest;
    // The longest tag comes first.
    const own = locales?.find((tag) => `${locale?.()}-`.toLowerCase().startsWith(`${tag}-`));
    return once(`${own ? `${build}/${own}` : build}/${name}`, takeFile);
  };
  const readShards = (keys: readonly string[]) => Promise.allSettled(keys.map((key) => read(`${shardOf(key, manifest.shards)}.json`)));
  const part = (): ModelPart => ({
    manifest,
    resolve,
    product(id) {
      const card = cards.get(resolve(id));
      return card && cardToProduct(resolve(id), card, manifest.currency);
    },
    entry: (key) => entries.get(resolve(key)),
  });

  // A manifest that is handed in serves once: after a failure it is read anew.
  if (given) void open(given);
  return {
    read,
    build: () => (manifest as Manifest | undefined)?.build,
    async load(keys, signal) {
      signal?.throwIfAborted();
      await open();
      await readShards(keys);
      signal?.throwIfAborted();
      await readShards(keys.filter((key) => aliases.has(key)).map(resolve));
      signal?.throwIfAborted();
      return part();
    },
  };
}
