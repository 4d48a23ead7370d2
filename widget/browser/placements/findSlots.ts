import type { LineKey } from "../../types/cart.ts";
import type { Config } from "../../types/config.ts";
import type { OfferKind, Placement } from "../../types/offer.ts";
import type { Anchor } from "../../types/platform.ts";
import { say } from "../lib/say.ts";
import { type Spot, toSpot } from "./spot.ts";

/** A place in the page for offers of one kind. */
export interface Slot {
  /** `placement.kind`, and `.line` where it stands at a line of the cart. */
  readonly key: string;
  readonly placement: Placement;
  readonly kind: OfferKind;
  /** The line whose up-sells it takes. */
  readonly line?: LineKey;
  /** Name of the layout. */
  readonly layout: string;
}

/** A slot and where in the page it may stand now, best first. */
export interface Found extends Slot {
  readonly spots: readonly Spot[];
}

const PLACEMENTS = ["product", "drawer", "cart", "checkout", "confirmation"] as const;

/**
 * Every slot the page has room for. A placement stands at the first that is there of: a `<goes-with placement="…">` element of the theme, the configured
 * anchor; else at one of the platform's. Up-sells stand at their lines where the platform knows the lines' anchors, or with the others where
 * there is no room; from the checkout on there are none.
 */
export function findSlots(anchors: readonly Anchor[], placements: Config["placements"]): readonly Found[] {
  return PLACEMENTS.flatMap((placement) => {
    const { off, anchor, position, layout } = placements[placement] ?? {};
    if (off) return [];
    const platform = anchors.filter((one) => one.placement === placement);
    const [own] = [...spotsOf(`goes-with[placement=${placement}]`), ...spotsOf(anchor, position)];
    const spots = own ? [own] : platform.flatMap((one) => (one.line ? [] : spotsOf(one.selector, one.position).slice(0, 1)));
    const look = layout ?? (placement === "checkout" ? "bump" : "list");
    const crossSells = { key: `${placement}.cross-sell`, placement, kind: "cross-sell", layout: look } as const;
    const slots: Found[] = spots[0] ? [{ ...crossSells, spots }] : [];
    if (placement === "checkout" || placement === "confirmation") return slots;
    const upSells = { key: `${placement}.up-sell`, placement, kind: "up-sell" } as const;
    const lines = findLines(platform);
    if (spots[0] && !lines.size) slots.push({ ...upSells, layout: placement === "cart" ? "swap" : "list", spots });
    lines.forEach((at, line) => slots.push({ ...upSells, key: `${upSells.key}.${line}`, line, layout: "swap", spots: [at, ...spots] }));
    return slots;
  });
}

/** The places inside cart lines, one for each line key. */
function findLines(anchors: readonly Anchor[]): ReadonlyMap<LineKey, Spot> {
  const lines = new Map<LineKey, Spot>();
  for (const { line, selector, position } of anchors) {
    for (const spot of line ? spotsOf(selector, position) : []) {
      const key = typeof line === "string" ? spot.match.closest(`[${line}]`)?.getAttribute(line) : line!(spot.match);
      if (key && !lines.has(key)) lines.set(key, spot);
    }
  }
  return lines;
}

function spotsOf(selector: string | undefined, position: Anchor["position"] = "append"): readonly Spot[] {
  try {
    return selector ? [...document.querySelectorAll(selector)].flatMap((match) => toSpot(match, position) ?? []) : [];
  } catch {
    say(`"${selector}" is no CSS selector`);
    return [];
  }
}
