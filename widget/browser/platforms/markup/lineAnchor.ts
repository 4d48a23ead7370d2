import type { Anchor } from "../../../types/platform.ts";

/** Room for up-sells inside the lines of the cart page, not of a drawer over it. `inside`: an empty or a closing part of a selector. */
export function lineAnchor(inside: string): Anchor {
  const line = "data-goeswith-line";
  return { placement: "cart", selector: `${inside}[${line}]:not(dialog *,[role=dialog] *)`, line };
}
