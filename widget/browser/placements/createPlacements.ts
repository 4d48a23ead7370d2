import type { Config } from "../../types/config.ts";
import type { Layout, LayoutProps, OfferView } from "../../types/layout.ts";
import type { Anchor, Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { createLoader } from "./createLoader.ts";
import { type Found, findSlots, type Slot } from "./findSlots.ts";
import { type Mount, mountSlot } from "./mountSlot.ts";

export interface PlacementsOptions {
  /** The platform's, for the page as it is now. */
  anchors(): readonly Anchor[];
  readonly config: Pick<Config, "placements" | "texts" | "theme">;
  /** The shop's own, before ours of the same name. */
  readonly layouts?: readonly Layout[];
  /** After each drawing: the root now holds what can be seen, one `[data-offer]` for each offer. */
  onViews(key: string, root: ShadowRoot): void;
}

/** The places in the page and what stands in them. Nothing visible moves but in answer to a press. */
export interface Placements {
  /** Looks at the page anew. */
  find(): readonly Slot[];
  /** Loads a layout and what these offers are drawn with. Rejects when that fails; it is tried again when it is shown. */
  preload(layout: string, offers: readonly OfferView[]): Promise<unknown>;
  /** Shows offers in a slot that `find` told of, as soon as nothing visible moves by it; draws them anew when they stand there already. */
  show(key: string, props: LayoutProps): void;
  hide(key: string): void;
  /**
   * Has what is shown kept in the page, and calls `changed` when it has other slots than `find` last told. Without it nothing is watched,
   * only first offers are drawn and all else waits.
   */
  watch(keep: Keep, changed: () => void): Stop;
  /** While a slot is shown or about to be. */
  root(key: string): ShadowRoot | undefined;
  /** Takes every host out; the page is as found. */
  readonly stop: Stop;
}

/** Looks after what is shown from now on. */
export type Keep = (kept: Kept) => Keeper;

/** What is handed over to be kept. */
export interface Kept {
  /** By the slots' keys. */
  readonly mounts: Map<string, Mount>;
  /** The keeper's own `settle`, so that what throws takes its element with it and nothing else. */
  settle(mount: Mount, key: string): void;
  /** Looks at the page anew, and tells where it has other slots. */
  look(): void;
}

export interface Keeper {
  /** Brings the page to what a mount wants, as far as nothing visible moves. */
  settle(mount: Mount, key: string): void;
  readonly stop: Stop;
}

/** Creating it does nothing to the page. */
export function createPlacements({ anchors, config, layouts = [], onViews }: PlacementsOptions): Placements {
  const load = createLoader(layouts, config.theme);
  const mounts = new Map<string, Mount>();
  let slots: ReadonlyMap<string, Found> = new Map();
  let told = "";
  let keeper: Keeper | undefined;

  const look = () => {
    slots = new Map(findSlots(anchors(), config.placements).map((slot) => [slot.key, slot]));
    return [...slots.keys()].join();
  };
  const settle = (mount: Mount, key: string) => {
    if (mount.over) return;
    try {
      if (keeper) keeper.settle(mount, key);
      else if (mount.wanted && !mount.shown) mount.enter(mount.wanted);
    } catch (error) {
      swallow(error);
      mount.stop();
    }
  };
  const create = ({ key, kind, layout }: Slot) => {
    const mount = mountSlot({
      spots() {
        if (!slots.get(key)?.spots.every(({ parent }) => parent.isConnected)) look();
        return slots.get(key)?.spots ?? [];
      },
      load: () => load(layout),
      last: kind === "up-sell",
      onViews: (root) => onViews(key, root),
    });
    mounts.set(key, mount);
    return mount;
  };
  const want = (key: string, mount: Mount | undefined, props?: LayoutProps) => {
    if (!mount) return;
    mount.wanted = props;
    if (mount.look) settle(mount, key);
    else {
      mount.load().then((loaded) => {
        mount.look = loaded;
        settle(mount, key);
      }, swallow);
    }
  };
  return {
    find() {
      told = look();
      return [...slots.values()];
    },
    preload: async (layout, offers) => (await load(layout)).layout.prepare?.(offers, config.texts.tax),
    show(key, props) {
      const slot = slots.get(key);
      want(key, mounts.get(key) ?? (slot && create(slot)), props);
    },
    hide: (key) => want(key, mounts.get(key)),
    watch(keep, changed) {
      keeper = keep({
        mounts,
        settle,
        look() {
          const before = told;
          told = look();
          if (told !== before) changed();
        },
      });
      mounts.forEach(settle);
      return keeper.stop;
    },
    root: (key) => mounts.get(key)?.root,
    stop() {
      keeper?.stop();
      mounts.forEach((mount) => mount.stop());
      mounts.clear();
      // Whatever is still on its way finds no place.
      slots = new Map();
    },
  };
}
