import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";

/** Hears events without ever holding them up; on the way down, so that one the shop stops or does not let bubble is heard too. */
export function listen(target: EventTarget, names: readonly string[], heard: (event: Event) => void): Stop {
  const listener = guard(heard);
  const how = { capture: true, passive: true };
  for (const name of names) target.addEventListener(name, listener, how);
  return () => {
    for (const name of names) target.removeEventListener(name, listener, how);
  };
}
