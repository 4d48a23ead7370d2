import type { Layout } from "./layout.ts";
import type { Adapter, Stop } from "./platform.ts";
import type { Sink } from "./sink.ts";
import type { Source } from "./source.ts";
import type { OfferEvent } from "./event.ts";

export type ConsentLevel = "none" | "measure" | "remember";

/** What `start(options)` and `goesWith('start', options)` take. */
export interface Options {
  /** The configuration itself, a promise of it, or its address. Default: the tag's `data-config`. */
  readonly config?: string | object | PromiseLike<unknown>;
  /** How the shop is read and written, where its markup does not say. */
  readonly platform?: Adapter & { readonly name?: string };
  /** Asked beside the configured ones. */
  readonly sources?: readonly Source[];
  readonly sinks?: readonly Sink[];
  readonly layouts?: readonly Layout[];
  /** Folder of the model files, before the configuration's `model`, and its manifest where that is already on the way. */
  readonly model?: { readonly address: string; readonly manifest?: PromiseLike<unknown> };
}

/** A started widget. */
export interface Instance {
  /** Read the page and the cart anew. */
  refresh(): void;
  consent(level: ConsentLevel): void;
  /** Called with each event as it is recorded, also without consent; nothing is stored or sent for it. */
  on(heard: (event: Pick<OfferEvent, "type">) => void): Stop;
  readonly stop: Stop;
}
