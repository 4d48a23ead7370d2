import { swallow } from "../../lib/guard.ts";
import type { popover } from "./popover.ts";

type Popover = typeof popover;

/** What panels are drawn with, once it is loaded; `failed`: the last try came to nothing, the next press makes another. */
export const loaded: { popover: Popover | undefined; failed: boolean } = { popover: undefined, failed: false };

export async function loadPopover(): Promise<void> {
  try {
    ({ popover: loaded.popover } = await import("./popover.ts"));
    loaded.failed = false;
  } catch (error) {
    swallow(error);
    loaded.failed = true;
  }
}
