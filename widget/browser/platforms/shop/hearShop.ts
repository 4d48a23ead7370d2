import type { PlatformConfig } from "../../../types/config.ts";
import type { Stop } from "../../../types/platform.ts";
import { type CartSigns, hearChanges } from "./hearChanges.ts";
import { hearPage } from "./hearPage.ts";

/** What tells that a shop system's cart may have changed. */
export interface ShopSigns extends Pick<CartSigns, "events" | "windowEvents" | "jquery" | "urls"> {
  /** Whatever else tells of a change. */
  listen?(heard: () => void): Stop;
  /** Whatever else tells that the page shows something other now, as a variant chosen. */
  listenPage?(heard: () => void): Stop;
  /** Whether anything changed between the page's coming and now. Absent: it may have, if the shopper has pressed anything. */
  missed?(): boolean;
}

export interface HearShopOptions extends Pick<CartSigns, "isOld" | "heard"> {
  readonly what: "cart" | "page";
  readonly signs: ShopSigns;
  readonly config: PlatformConfig;
}

/** Hears a shop system's own signs and those the configuration names. */
export function hearShop({ what, signs, config, heard, isOld }: HearShopOptions): Stop {
  const { listen, listenPage, urls = [], events = [], ...more } = signs;
  if (what === "page") return stopAll([hearPage(heard), listenPage?.(heard)]);
  return stopAll([
    hearChanges({
      ...more,
      events: [...events, ...config.cartEvents],
      urls: [...urls, ...config.cartUrls],
      wraps: config.hear === "wrap",
      ...(isOld && { isOld }),
      heard,
    }),
    listen?.(heard),
  ]);
}

const stopAll = (stops: readonly (Stop | undefined)[]) => () => stops.forEach((stop) => stop?.());
