import type { Chosen, ViewItem } from "../../types/layout.ts";
import type { Offer } from "../../types/offer.ts";
import type { VariantId } from "../../types/product.ts";
import type { Writer } from "../cart/createWriter.ts";
import type { Board } from "./createBoard.ts";
import { requestOf } from "./requestOf.ts";

export interface BundleDeps {
  readonly writer: Pick<Writer, "add">;
  readonly board: Pick<Board, "set" | "setView">;
  view(): ViewItem | undefined;
  /** Marks an offer as being taken; `false` where it cannot be. */
  claim(offer: Offer): boolean;
  /** Takes an offer that was claimed. */
  take(offer: Offer, variant: VariantId | undefined): Promise<void>;
}

/**
 * Takes the product in view, then each of its add-ons; what one of those comes to does not touch the others. Without the product its add-ons
 * are left as they were. The product itself is the shop's own sale: it makes no event.
 */
export function createBundleTaker({ writer, board, view, claim, take }: BundleDeps) {
  /** Whether the cart holds it now. */
  async function takeView(variant: VariantId | undefined): Promise<boolean> {
    const now = view();
    if (!now || now.inCart || now.state === "done") return true;
    if (now.state === "working") return false;
    const { id } = now.product;
    board.setView(id, { state: "working" });
    const written = await writer.add(requestOf({ product: now.product, quantity: 1 }, variant ?? now.variant));
    if (written.ok) {
      board.setView(id, { state: "done" });
      return true;
    }
    const { reason, message } = written;
    board.setView(id, { state: "failed", reason, ...(message !== undefined && { message }) });
    return false;
  }

  return async (chosen: readonly Chosen[], variant?: VariantId): Promise<void> => {
    const claimed = chosen.filter(({ offer }) => claim(offer));
    const isIn = await takeView(variant);
    for (const one of claimed) {
      if (isIn) await take(one.offer, one.variant);
      else board.set(one.offer.id, { state: "ready" });
    }
  };
}
