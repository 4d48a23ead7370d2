import type { LayoutProps } from "../../types/layout.ts";
import type { Texts } from "../../types/texts.ts";
import { formatMoney } from "../lib/money.ts";
import type { Slot } from "../placements/findSlots.ts";
import { rowsOf } from "./rows.ts";
import type { Stage } from "./stage.ts";

/** What a shopper can do to an offer. */
export type Actions = Pick<LayoutProps, "accept" | "acceptAll" | "decline" | "rate" | "undo" | "open" | "exchange" | "remove" | "keep">;

export interface PropsInput {
  readonly stage: Stage;
  readonly actions: Actions;
  readonly texts: Texts;
  readonly locale: string;
}

const HEADING_LEVEL = 2;

/** What a slot's layout is given; `undefined`: it has nothing to show. */
export function propsFor(slot: Slot, { stage, actions, texts, locale }: PropsInput): LayoutProps | undefined {
  const { placement, kind } = slot;
  const offers = rowsOf(slot, stage.lists);
  const isCross = kind === "cross-sell";
  // Lines that lost their place are spoken of where the cart is: in its list of add-ons.
  const misfits = isCross && (placement === "cart" || placement === "drawer") ? stage.misfits : [];
  if (offers.length + misfits.length === 0) return undefined;
  const view = isCross && placement === "product" && stage.viewOf?.(stage);
  const { title, headingLevel = HEADING_LEVEL } = stage.config.placements[placement] ?? {};
  return {
    ...actions,
    placement,
    offers,
    misfits,
    texts,
    locale,
    headingLevel,
    money: (sum) => formatMoney(sum, locale, stage.config.money),
    ...(isCross && title !== undefined && { title }),
    ...(view && { view }),
  };
}
