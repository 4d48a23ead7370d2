import type { Card, Entry, Head, Manifest, Shard } from "../../types/model.ts";
import type { Product, ProductId } from "../../types/product.ts";
import { isRecord } from "../lib/isRecord.ts";
import { cardToProduct } from "./cardToProduct.ts";
import { shardOf } from "./shardOf.ts";

/** What is loaded of the model. Ids may come from anywhere, so nothing is looked up along a prototype. */
export interface ModelPart {
  readonly manifest: Manifest;
  /** The product an alias (SKU, variant id) stands for; any other id is returned as it is. */
  resolve(id: string): ProductId;
  product(id: string): Product | undefined;
  /** By product id, alias, or `category:NAME`. */
  entry(key: string): Entry | undefined;
  /** Where it was asked for and could be read. */
  readonly head?: Head;
}

export interface Model {
  /**
   * Reads what is not there yet and returns all that is loaded. A file that cannot be read is left out and asked for again the
   * next time. Files are shared by all passes, so `signal` ends the waiting, not the reading.
   * @throws when the manifest cannot be read or has another format, or when `signal` is aborted.
   */
  load(keys: Iterable<string>, signal?: AbortSignal, also?: { readonly head?: boolean }): Promise<ModelPart>;
}

export interface ModelAccess {
  /** Folder of the model files. */
  readonly address: string;
  /** The manifest, where it is already on its way. */
  readonly manifest?: PromiseLike<unknown> | undefined;
  readonly get: (address: string, signal?: AbortSignal) => Promise<unknown>;
}

/** Reads model files as they are needed, each once. */
export function createModel({ address, manifest: given, get }: ModelAccess): Model {
  let early = given;
  const folder = address.replace(/\/$/, "");
  const files = new Map<string, Promise<unknown>>();
  const entries = new Map<string, Entry>();
  const cards = new Map<ProductId, Card>();
  const aliases = new Map<string, ProductId>();
  let head: Head | undefined;

  /** Reads a file and hands it to `take`, once; a failure is forgotten, so that it may be asked for again. */
  const once = (name: string, take: (file: unknown) => void, coming?: PromiseLike<unknown>): Promise<unknown> => {
    const reading = files.get(name) ?? (async () => take(await (coming ?? get(`${folder}/${name}`))))();
    files.set(name, reading);
    reading.catch(() => files.get(name) === reading && files.delete(name));
    return reading;
  };
  const put = <T>(map: Map<string, T>, more: Readonly<Record<string, T>>) =>
    Object.entries(more).forEach(([key, one]) => map.set(key, one));
  const takeShard = (file: unknown) => {
    const { entries: own, cards: more, aliases: names = {} } = file as Shard;
    put(cards, more);
    put(entries, own);
    put(aliases, names);
  };
  const takeHead = (file: unknown) => {
    put(cards, (file as Head).cards);
    head = file as Head;
  };

  const resolve = (id: string) => aliases.get(id) ?? id;
  let manifest: Manifest;
  const takeManifest = (file: unknown) => {
    if (!isRecord(file) || file["format"] !== 1) throw new Error("model: unknown format");
    manifest = file as unknown as Manifest;
  };
  const part = (): ModelPart => ({
    manifest,
    resolve,
    product(id) {
      const card = cards.get(resolve(id));
      return card && cardToProduct(resolve(id), card, manifest.currency);
    },
    entry: (key) => entries.get(resolve(key)),
    ...(head && { head }),
  });

  return {
    async load(keys, signal, also) {
      signal?.throwIfAborted();
      const manifestRead = once("manifest.json", takeManifest, early);
      // A manifest that was handed in serves once: after a failure it is read anew.
      early = undefined;
      await manifestRead;
      const { build, shards } = manifest;
      const read = (wanted: readonly string[]) => wanted.map((key) => once(`${build}/${shardOf(key, shards)}.json`, takeShard));
      const wanted = [...keys];
      const reading = read(wanted);
      if (also?.head) reading.push(once(`${build}/head.json`, takeHead));
      await Promise.allSettled(reading);
      signal?.throwIfAborted();
      await Promise.allSettled(read(wanted.filter((key) => aliases.has(key)).map(resolve)));
      signal?.throwIfAborted();
      return part();
    },
  };
}
