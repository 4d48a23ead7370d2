import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { jQueryOf } from "./jQueryOf.ts";

/** What to hear of the page's jQuery. */
export interface JQuerySigns {
  /** Events triggered through it, which no listener of the DOM hears. */
  readonly events: readonly string[];
  isCart(address: string): boolean;
  heard(): void;
}

/** Hears what a theme tells through jQuery, where the page has it: its own events on the body, and the end of its requests to the cart. */
export function hearJQuery({ events, isCart, heard }: JQuerySigns): Stop {
  const jQuery = jQueryOf();
  if (!jQuery) return () => {};
  const sign = guard(() => heard());
  const done = guard((_event: unknown, _request: unknown, settings: unknown) => {
    if (isRecord(settings) && isCart(new URL(String(settings["url"]), location.href).href)) heard();
  });
  const names = events.join(" ");
  const onBody = names ? jQuery(document.body) : undefined;
  const onDocument = jQuery(document);
  onBody?.on(names, sign);
  onDocument.on("ajaxComplete", done);
  return guard(() => {
    onBody?.off(names, sign);
    onDocument.off("ajaxComplete", done);
  });
}
