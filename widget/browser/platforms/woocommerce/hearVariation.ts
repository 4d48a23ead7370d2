import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";
import { jQueryOf } from "../shop/jQueryOf.ts";
import { chosenVariation } from "./readWooPage.ts";

/** Told on the form that offers a product's variations, often without any change. Source: client/legacy/js/frontend/add-to-cart-variation.js. */
const EVENTS = "found_variation reset_data";

/** Hears that another variation of the product in view was chosen, or none any more. */
export function hearVariation(heard: () => void): Stop {
  let last = chosenVariation();
  const look = guard(() => {
    if (last !== (last = chosenVariation())) heard();
  });
  const body = jQueryOf()?.(document.body);
  body?.on(EVENTS, look);
  return () => void body?.off(EVENTS, look);
}
