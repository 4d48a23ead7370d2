import type { Config } from "../../types/config.ts";
import type { Layout, LayoutProps } from "../../types/layout.ts";
import type { Anchor, Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { createLoader } from "./createLoader.ts";
import { type Found, findSlots, type Slot } from "./findSlots.ts";
import { type Mount, mountSlot } from "./mountSlot.ts";
import { watchPage } from "./watchPage.ts";
import { watchPress } from "./watchPress.ts";

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
  /** Shows offers in a slot that `find` told of, as soon as nothing visible moves by it; draws them anew when they stand there already. */
  show(key: string, props: LayoutProps): void;
  hide(key: string): void;
  /** Starts loading what the slots will be drawn with. */
  preload(keys: readonly string[]): void;
  /** Keeps the hosts in the page, and calls `changed` when it has other slots than `find` last told. Without it nothing is watched. */
  watch(changed: () => void): Stop;
  /** While a slot is shown or about to be. */
  root(key: string): ShadowRoot | undefined;
  /** Takes every host out; the page is as found. */
  readonly stop: Stop;
}

/** Creating it does nothing to the page. */
export function createPlacements({ anchors, config, layouts = [], onViews }: PlacementsOptions): Placements {
  const load = createLoader(layouts, config.theme);
  const mounts = new Map<string, Mount>();
  let slots: ReadonlyMap<string, Found> = new Map();
  let told = "";
  let paying = false;
  let payment: Promise<Stop> | undefined;
  let stopWatching: Stop | undefined;
  let mayMove = () => false;

  const look = () => {
    slots = new Map(findSlots(anchors, config.placements).map((slot) => [slot.key, slot]));
    return [...slots.keys()].join();
  };
  const settle = () => mounts.forEach((mount) => mount.settle());
  const create = ({ key, kind, placement, layout }: Slot) => {
    const mount = mountSlot({
      spot() {
        if (!slots.get(key)?.spot.parent.isConnected) look();
        return slots.get(key)?.spot;
      },
      load: () => load(layout),
      last: kind === "up-sell",
      mayMove: () => mayMove(),
      onViews: (root) => onViews(key, root),
      gone: () => mounts.delete(key),
    });
    mounts.set(key, mount);
    if (placement === "checkout") {
      mount.host.inert = paying;
      // A checkout that is being paid is left alone.
      payment ??= import("./watchPayment.ts").then(({ watchPayment }) =>
        watchPayment(() => {
          paying = true;
          mounts.forEach(({ host }, other) => (host.inert ||= other.startsWith("checkout")));
        }),
      );
      payment.catch(swallow);
    }
    return mount;
  };
  return {
    find() {
      told = look();
      return [...slots.values()];
    },
    show(key, props) {
      const slot = slots.get(key);
      const mount = mounts.get(key) ?? (slot && create(slot));
      mount?.want(props);
    },
    hide: (key) => mounts.get(key)?.want(undefined),
    preload(keys) {
      for (const key of keys) load(slots.get(key)?.layout ?? "list").catch(swallow);
    },
    watch(changed) {
      const press = watchPress(settle);
      const unwatch = watchPage(
        () => mounts.forEach((mount) => mount.comeBack()),
        () => {
          const before = told;
          told = look();
          if (told !== before) changed();
          settle();
        },
      );
      mayMove = press.recent;
      return (stopWatching = () => {
        press.stop();
        unwatch();
      });
    },
    root: (key) => mounts.get(key)?.root,
    stop() {
      stopWatching?.();
      payment?.then((unwatch) => unwatch(), swallow);
      mounts.forEach((mount) => mount.stop());
      mounts.clear();
    },
  };
}
