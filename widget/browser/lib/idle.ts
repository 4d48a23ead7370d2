import type { Stop } from "../../types/platform.ts";
import { guard } from "./guard.ts";

/** Runs when the browser has nothing better to do, two seconds from now at the latest. */
export function whenIdle(run: () => void): Stop {
  const page = globalThis as { requestIdleCallback?: typeof requestIdleCallback };
  let isOver = false;
  const once = guard(() => isOver || run());
  if (page.requestIdleCallback) page.requestIdleCallback(once, { timeout: 2000 });
  else setTimeout(once, 200);
  return () => void (isOver = true);
}
