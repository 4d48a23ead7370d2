import type { Stop } from "../../types/platform.ts";
import { guard } from "./guard.ts";

/** Runs when the browser has nothing better to do, two seconds from now at the latest. */
export function whenIdle(run: () => void): Stop {
  const guarded = guard(run);
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(guarded, { timeout: 2000 });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(guarded, 200);
  return () => clearTimeout(timer);
}
