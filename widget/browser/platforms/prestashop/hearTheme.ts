import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";
import { listen } from "../shop/listen.ts";
import { theShop } from "./theShop.ts";

/** Hears an event of the theme's bus, which may come into the page after us. */
export function hearTheme(event: string, heard: (told: unknown) => void): Stop {
  let hears = false;
  let stopped = false;
  const listener = guard((told: unknown) => stopped || heard(told));
  const attach = () => {
    const shop = theShop();
    if (hears || typeof shop.on !== "function") return;
    hears = true;
    shop.on(event, listener);
  };
  // Some optimisers hold the theme's scripts back until the shopper does something.
  const stops = [listen(document, ["DOMContentLoaded", "click"], attach), listen(window, ["load"], attach)];
  attach();
  return guard(() => {
    stopped = true;
    for (const stop of stops) stop();
    if (hears) theShop().removeListener?.(event, listener);
  });
}
