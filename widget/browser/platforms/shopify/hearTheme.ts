import type { Stop } from "../../../types/platform.ts";
import { listen } from "../shop/listen.ts";
import { callTheme } from "./callTheme.ts";
import { DAWN } from "./themeParts.ts";

/** By what a theme tells something. */
export interface ThemeSigns {
  /** DOM events. */
  readonly events: readonly string[];
  /** What Dawn and its kin publish. */
  readonly topic: string;
  /** Whether what comes at this moment is our own doing. */
  isOwn?(): boolean;
}

export function hearTheme({ events, topic, isOwn }: ThemeSigns, heard: () => void): Stop {
  let isOn = true;
  const sign = () => void (isOn && heard());
  const stop = listen(document, events, (event) => {
    if (isOwn?.()) return;
    // A standard event comes before the change.
    const { promise } = event as { readonly promise?: PromiseLike<unknown> };
    if (typeof promise?.then === "function") promise.then(sign, sign);
    else sign();
  });
  // Other themes may have a function of that name for something else.
  const unsubscribe = document.querySelector(`${DAWN},product-info`) && callTheme("subscribe", topic, () => isOwn?.() || sign());
  return () => {
    if (isOn && typeof unsubscribe === "function") (unsubscribe as Stop)();
    isOn = false;
    stop();
  };
}
