import type { Cart } from "../../types/cart.ts";
import type { Config } from "../../types/config.ts";
import type { MisfitView, ViewItem } from "../../types/layout.ts";
import type { Plan } from "../../types/offer.ts";
import type { ConsentLevel, Instance, Options } from "../../types/options.ts";
import type { Platform } from "../../types/platform.ts";
import type { ProductId } from "../../types/product.ts";
import type { Texts } from "../../types/texts.ts";
import type { Store } from "../lib/storage.ts";
import type { Model } from "../model/createModel.ts";
import type { Placements } from "../placements/createPlacements.ts";
import type { Slot } from "../placements/findSlots.ts";
import type { Findings, World } from "./decide.ts";
import type { Measuring } from "./measuring.ts";
import type { OpenMemory } from "./readMemory.ts";
import type { Outcome, Row } from "./rows.ts";

/** What the page said before the part that measures was there. */
export interface Asked {
  level?: ConsentLevel;
  /** Who hears every happening. */
  readonly listeners: Set<Heard>;
}

export type Heard = Parameters<Instance["on"]>[0];

/** What a widget is started with. */
export interface WidgetInput {
  readonly config: Config;
  readonly options: Options;
  readonly platform: Platform;
  readonly model: Model | undefined;
  readonly asked: Asked;
  /** Show what was decided, and why, on the page itself. */
  readonly trace: boolean;
}

/** What stands on the page, shared by the part that shows the first offers and the part that attends to the shopper afterwards. */
export interface Stage extends WidgetInput {
  readonly world: World;
  readonly memory: OpenMemory;
  /** The tab's storage, once anything may be kept there. */
  session?: Store;
  readonly placements: Placements;
  /** There once anything may have to be recorded. */
  measuring?: Measuring;
  slots: readonly Slot[];
  /** Rows of each list, by placement and kind. */
  readonly lists: Map<string, readonly Row[]>;
  misfits: readonly MisfitView[];
  /** The product in view, once a layout needs it. */
  viewOf?: (stage: Stage) => ViewItem | undefined;
  /** What became of products that were in view. */
  readonly views: Map<ProductId, Outcome>;
  /** The newest cart and what was found out about it. */
  cart?: Cart;
  findings?: Findings;
  plan?: Omit<Plan, "misfits">;
  /** Slots that were drawn, and who wants to know of the next. */
  readonly drawn: Map<string, ShadowRoot>;
  onDrawn?: (key: string, root: ShadowRoot) => void;
  /** Loads the texts: at first only those that first offers are drawn with. */
  speak: (locale: string, own: Config["texts"]) => Promise<Texts>;
  /** Loads what the lists will be drawn with, the first time that there is something in them. */
  load(): Promise<void>;
  /** Brings every slot up to date; settles when that is done, whether or not it went well. */
  draw(): Promise<void>;
}
