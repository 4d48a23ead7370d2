import type { ModelPart } from "../../widget/browser/model/createModel.ts";
import { aManifest } from "./aManifest.ts";
import { cardToProduct } from "../../widget/browser/model/cardToProduct.ts";
import type { Card, Entry } from "../../widget/types/model.ts";

export interface PartOver {
  readonly entries?: Readonly<Record<string, Entry>>;
  readonly cards?: Readonly<Record<string, Card>>;
  readonly aliases?: Readonly<Record<string, string>>;
}

/** A loaded part of a model whose bytes stand for (byte / 127)². */
export function aModelPart({ entries = {}, cards = {}, aliases = {} }: PartOver): ModelPart {
  const resolve = (id: string) => aliases[id] ?? id;
  return {
    manifest: aManifest(),
    resolve,
    entry: (key) => entries[resolve(key)],
    product(id) {
      const card = cards[resolve(id)];
      return card && cardToProduct(resolve(id), card, "EUR");
    },
  };
}
