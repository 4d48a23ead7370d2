import type { Cart, Line } from "../../types/cart.ts";
import type { Happening } from "../../types/event.ts";
import type { Misfit, Offer } from "../../types/offer.ts";
import type { ViewItem } from "../../types/layout.ts";
import type { AddRequest } from "../../types/platform.ts";
import type { VariantId } from "../../types/product.ts";
import type { Writer, Written } from "../cart/createWriter.ts";
import { swallow } from "../lib/guard.ts";
import { aboutOffer } from "./aboutOffer.ts";
import type { Board } from "./createBoard.ts";
import { createBundleTaker } from "./createBundleTaker.ts";
import type { MemoryKeeper } from "./keepMemory.ts";
import type { Actions } from "./propsFor.ts";
import { requestOf } from "./requestOf.ts";
import { lineOf } from "./rows.ts";

export interface PressDeps {
  readonly writer: Writer;
  readonly board: Board;
  readonly memory: Pick<MemoryKeeper, "refuse" | "bring">;
  readonly canUndo: boolean;
  cart(): Cart;
  /** The product in view, where the page has one. */
  view(): ViewItem | undefined;
  record(happening: Happening): void;
  /** An offer came into the cart, or was taken back out of it. */
  took(offer: Offer, taken: boolean): void;
  /** Decides anew from what is known. */
  replan(): void;
  /** Runs writes that belong together; no new plan is shown in between. */
  together(run: () => Promise<void>): Promise<void>;
}

type Step = () => Promise<Written>;

/** Carries out what the shopper pressed: one cart write, then the truth of the re-read cart on the screen. */
export function createPresses(deps: PressDeps): Actions {
  const { writer, board, memory, record, together } = deps;
  /** How to take back each accepted offer, last step first. */
  const steps = new Map<string, readonly Step[]>();
  let lastSwap: string | undefined;
  let exchanging: Promise<void> | undefined;

  const claim = ({ id }: Offer): boolean => {
    const state = board.find(id)?.state;
    const isFree = state === "ready" || state === "failed";
    if (isFree) board.set(id, { state: "working" });
    return isFree;
  };

  async function take(offer: Offer, variant: VariantId | undefined): Promise<void> {
    const item = requestOf(offer, variant ?? offer.variant);
    const swaps = offer.kind === "up-sell";
    const old = swaps && "line" in offer.for ? lineByKey(deps.cart(), offer.for.line) : undefined;
    const written: Written = !swaps ? await writer.add(item) : old ? await writer.swap(old, item) : { ok: false, reason: "refused" };
    if (!written.ok) {
      const { reason, message } = written;
      // Without words of its own it does not keep those of the press before.
      board.set(offer.id, { state: "failed", reason, message: message ?? "" });
      return record({ ...aboutOffer(offer), type: "failed", reason });
    }
    steps.set(offer.id, [() => takeBack(offer, old)]);
    if (swaps) lastSwap = offer.id;
    memory.bring(offer.product.id, true);
    deps.took(offer, true);
    board.set(offer.id, { state: "done", line: written.line.key, canUndo: deps.canUndo });
    record({ ...aboutOffer(offer), type: swaps ? "swapped" : "added" });
  }

  function takeBack(offer: Offer, old: Line | undefined): Promise<Written> {
    const row = board.find(offer.id);
    const key = row && lineOf(row);
    const line = deps.cart().lines.find((one) => one.key === key) ?? lineByProduct(deps.cart(), offer.product.id);
    if (!line) return Promise.resolve({ ok: false, reason: "refused" });
    return old ? writer.swap(line, itemOfLine(old)) : writer.remove(line.key);
  }

  async function undo(offer: Offer): Promise<void> {
    board.set(offer.id, { state: "working" });
    // What is being exchanged is to be taken back as well.
    await exchanging?.catch(swallow);
    for (const step of steps.get(offer.id) ?? []) {
      const written = await step();
      if (!written.ok) return board.set(offer.id, { state: "done" });
    }
    steps.delete(offer.id);
    memory.bring(offer.product.id, false);
    deps.took(offer, false);
    board.set(offer.id, { state: "ready" });
    record({ ...aboutOffer(offer), type: "undone" });
  }

  async function exchange(misfit: Misfit): Promise<void> {
    const { line, replacement } = misfit;
    if (!replacement) return;
    board.setMisfit(misfit, "working");
    const { product, variant } = replacement;
    const written = await writer.swap(line, { product: product.id, quantity: line.quantity, ...(variant !== undefined && { variant }) });
    if (!written.ok) return board.setMisfit(misfit, "failed");
    board.setMisfit(misfit, "done");
    const back: Step = () => {
      const now = lineByProduct(deps.cart(), product.id);
      return now ? writer.swap(now, itemOfLine(line)) : Promise.resolve({ ok: false, reason: "refused" });
    };
    if (lastSwap) steps.set(lastSwap, [back, ...(steps.get(lastSwap) ?? [])]);
  }

  const takeBundle = createBundleTaker({ writer, board, view: deps.view, claim, take });
  const start = (run: () => Promise<void>) => void together(run).catch(swallow);
  return {
    accept(offer, variant) {
      if (claim(offer)) start(() => take(offer, variant));
    },
    acceptAll: (chosen, variant) => start(() => takeBundle(chosen, variant)),
    undo: (offer) => start(() => undo(offer)),
    exchange: (misfit) => start(() => (exchanging = exchange(misfit))),
    remove: (misfit) =>
      start(async () => {
        board.setMisfit(misfit, "working");
        const written = await writer.remove(misfit.line.key);
        board.setMisfit(misfit, written.ok ? "done" : "failed");
      }),
    keep: (misfit) => board.setMisfit(misfit, "kept"),
    open: (offer) => record({ ...aboutOffer(offer), type: "opened" }),
    decline(offer) {
      memory.refuse(offer);
      board.set(offer.id, { state: "declined" });
      record({ ...aboutOffer(offer), type: "dismissed" });
      deps.replan();
    },
    rate(offer, answer) {
      board.set(offer.id, { state: "thanked" });
      record({ ...aboutOffer(offer), type: "rated", answer });
    },
  };
}

/** What brings a line back as it was. */
function itemOfLine({ product, variant, quantity, options, boundTo }: Line): AddRequest {
  return {
    product,
    quantity,
    ...(variant !== undefined && { variant }),
    ...(options && { options }),
    ...(boundTo !== undefined && { boundTo }),
  };
}

function lineByKey(cart: Cart, key: string): Line | undefined {
  return cart.lines.find((line) => line.key === key);
}

function lineByProduct(cart: Cart, product: string): Line | undefined {
  return cart.lines.find((line) => line.product === product);
}
