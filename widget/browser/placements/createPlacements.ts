import type { Config } from "../../types/config.ts";
import type { Layout, LayoutProps } from "../../types/layout.ts";
import type { Anchor, Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { createLoader } from "./createLoader.ts";
import { type Found, findSlots, type Slot } from "./findSlots.ts";
import { type Mount, mountSlot } from "./mountSlot.ts";

export interface PlacementsOptions {
  /** The platform's. */
  readonly anchors: readonly Anchor[];
  readonly config: Pick<Config, "placements" | "theme">;
  /** The shop's own, before ours of the same name. */
  readonly layouts?: readonly Layout[];
  /** After each drawing: the root now holds what can be seen, one `[data-offer]` for each offer. */
  onViews(key: string, root: ShadowRoot): void;
}

/** The places in the page and what stands in them. Nothing visible moves but in answer to a press. */
export interface Placements {
  /** Looks at the page anew. */
  find(): readonly Slot[];
  /** Starts loading what a slot will be drawn with. */
  preload(key: string): void;
  /** Shows offers in a slot that `find` told of, as soon as nothing visible moves by it; draws them anew when they stand there already. */
  show(key: string, props: LayoutProps): void;
  hide(key: string): void;
  /**
   * Has what is shown kept in the page, and calls `changed` when it has other slots than `find` last told. Without it nothing is watched,
   * and only first drawings are done; all else waits.
   */
  watch(keep: Keep, changed: () => void): Stop;
  /** While a slot is shown or about to be. */
  root(key: string): ShadowRoot | undefined;
  /** Takes every host out; the page is as found. */
  readonly stop: Stop;
}

/** Looks after the mounts from now on. */
export type Keep = (kept: Kept) => Keeper;

/** What is handed over to be kept, by key. */
export interface Kept {
  readonly mounts: Map<string, Mount>;
  /** Looks at the page anew, and calls `changed` where it has other slots. */
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
  let keeper: Keeper | undefined;

  const look = () => {
    slots = new Map(findSlots(anchors, config.placements).map((slot) => [slot.key, slot]));
    return [...slots.keys()].join();
  };
  const settle = (mount: Mount, key: string) => {
    try {
      if (mount.over || !mount.look) return;
      if (keeper) keeper.settle(mount, key);
      else if (mount.wanted && !mount.shown) mount.enter(mount.wanted);
    } catch (error) {
      swallow(error);
      mount.stop();
    }
  };
  const create = ({ key, kind }: Slot) => {
    const mount = mountSlot({
      spot() {
        if (!slots.get(key)?.spot.parent.isConnected) look();
        return slots.get(key)?.spot;
      },
      last: kind === "up-sell",
      onViews: (root) => onViews(key, root),
    });
    mounts.set(key, mount);
    return mount;
  };
  return {
  };
}
