import type { Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import type { Keeper, Kept } from "./createPlacements.ts";
import { keepHost, type KeptHost } from "./keepHost.ts";
import { leavePage } from "./leavePage.ts";
import type { Mount } from "./mountSlot.ts";
import { updateMount } from "./updateMount.ts";
import { watchPage } from "./watchPage.ts";
import { watchPress } from "./watchPress.ts";

/** Keeps hosts in a page that draws itself anew, and draws, enters and leaves when nothing visible moves, or in answer to a press. */
export function keepSlots({ mounts, settle, look }: Kept): Keeper {
  const hosts = new WeakMap<Mount, KeptHost>();
  let paying = false;
  let payment: Promise<Stop> | undefined;

  const hostOf = (mount: Mount) => {
    const kept = hosts.get(mount) ?? keepHost(mount);
    hosts.set(mount, kept);
    return kept;
  };
  const settleAll = () => mounts.forEach(settle);
  const press = watchPress(settleAll);
  const isOut = ({ wanted, stood, over, host }: Mount) => wanted && stood !== undefined && !over && !host.isConnected;
  const comeBack = (mount: Mount) => {
    if (!isOut(mount)) return;
    const spots = mount.spots();
    const place = spots[mount.stood!] ?? spots[0];
    if (place) hostOf(mount).enter(() => mount.put(place));
  };
  const unwatch = watchPage(
    () => mounts.forEach(comeBack),
    () => {
      look();
      settleAll();
      mounts.forEach((mount) => isOut(mount) && hostOf(mount).stayOut());
    },
  );
  /** A checkout that is being paid is left alone. */
  const heedPayment = ({ host }: Mount) => {
    host.inert = paying;
    payment ??= import("./watchPayment.ts").then(({ watchPayment }) =>
      watchPayment(() => {
        paying = true;
        settleAll();
      }),
    );
    payment.catch(swallow);
  };
  return {
    settle(mount, key) {
      const { look, wanted, shown, host } = mount;
      if (!look) return;
      const kept = hostOf(mount);
      if (key.startsWith("checkout")) heedPayment(mount);
      // Only a layout with all its parts draws at once, so that what moves by it can be measured.
      const parts = (wanted ?? shown) && look.layout.complete?.();
      // What became of a press is told however long the shop took, also at a line that has another key since.
      const mayMove = press.recent() || (!host.isConnected && !!wanted?.offers.some(({ state }) => state !== "ready"));
      if (parts) parts.then(() => settle(mount, key), swallow);
      else if (!wanted) {
        leavePage(mount, mayMove);
        if (mount.over) mounts.delete(key);
      } else if (!host.isConnected) kept.enter(() => mount.enter(wanted, mayMove));
      else if (shown !== wanted) updateMount(mount, wanted, mayMove);
    },
    stop() {
      press.stop();
      unwatch();
      payment?.then((stop) => stop(), swallow);
    },
  };
}
