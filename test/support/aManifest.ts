import type { Manifest } from "../../widget/types/model.ts";

/** Of a model whose entries are all in one shard. */
export const aManifest = (over: Partial<Manifest> = {}): Manifest => ({
  format: 1,
  build: "b",
  hash: "",
  date: "2026-01-01",
  currency: "EUR",
  counts: { orders: 1, products: 1 },
  shards: 1,
  scales: { weight: 1, bias: 1 },
  ...over,
});
