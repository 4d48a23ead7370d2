import { readConfig } from "../../widget/browser/config/readConfig.ts";
import { createLive } from "../../widget/browser/flow/createLive.ts";
import { decide, investigate } from "../../widget/browser/flow/decide.ts";
import { readMemory } from "../../widget/browser/flow/readMemory.ts";
import { createModel } from "../../widget/browser/model/createModel.ts";
import { createModelSource } from "../../widget/browser/sources/model.ts";
import type { Line } from "../../widget/types/cart.ts";
import type { Platform } from "../../widget/types/platform.ts";
import type { Product } from "../../widget/types/product.ts";

/** What one pass is made over. */
export interface PassInput {
  /** Model files as texts, by address. */
  readonly files: Readonly<Record<string, string>>;
  readonly lines: readonly Line[];
  readonly view: Product;
}

export interface PassResult {
  readonly ms: number;
  /** Of these: to parse the files, and to decide once the candidates were there. */
  readonly parsing: number;
  readonly deciding: number;
  readonly candidates: number;
  readonly offers: number;
}

/** Runs in the page: from the texts of the model files to the offers and their reasons, as the widget does it. */
async function timePass({ files, lines, view }: PassInput): Promise<PassResult> {
  let parsing = 0;
  const parse = (text: string): unknown => {
    const before = performance.now();
    const file: unknown = JSON.parse(text);
    parsing += performance.now() - before;
    return file;
  };
  const model = { ...createModel({ address: "", get: async (address) => parse(files[address] ?? "null") }), build: () => "" };
  const world = {
    config: readConfig({})[0],
    model,
    source: createModelSource(model),
    memory: readMemory(() => undefined),
    live: createLive({} as Platform),
  };
  const page = { step: "product", locale: "en", currency: "EUR", view } as const;
  const sight = { cart: { currency: "EUR", lines }, page, placements: ["product", "drawer"] } as const;
  // The configuration has long been read when the cart is.
  const started = performance.now();
  const findings = await investigate(world, sight, new AbortController().signal);
  const found = performance.now();
  const { offers, candidates } = decide(world, findings);
  const ended = performance.now();
  return { ms: ended - started, parsing, deciding: ended - found, candidates: candidates.length, offers: offers.length };
}

declare global {
  /** Put there before, so that its coming is no part of what is timed. */
  var passInput: PassInput;
  var timeOnePass: () => Promise<PassResult>;
}

globalThis.timeOnePass = () => timePass(globalThis.passInput);
