import type { Cart } from "../../types/cart.ts";
import type { Placement, Plan } from "../../types/offer.ts";
import type { PageContext, Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { findMisfits, type Settled, settledLines } from "../offers/misfits.ts";
import { decide, decidePriced, type Findings, investigate, type World } from "./decide.ts";

/** One finished pass. */
export interface Outcome {
  readonly plan: Plan;
  readonly findings: Findings;
}

export interface PassDeps {
  readonly world: World;
  /** What the page's first pass found. */
  readonly first?: Findings | undefined;
  page(): PageContext;
  /** Placements with an anchor in the page as it is now. */
  placements(): readonly Placement[];
  /** Called with every plan that is not overtaken. */
  decided(outcome: Outcome): void;
}

/** Turns carts into plans: one at a time, the newest wins. */
export interface Passes {
  /** A cart was read. */
  run(cart: Cart): void;
  /** Decides anew from what the last pass learnt. */
  replan(): void;
  /** While this runs no plan is handed out; the newest cart is looked at afterwards. */
  together(run: () => Promise<void>): Promise<void>;
  readonly stop: Stop;
}

export function createPasses({ world, first, page, placements, decided }: PassDeps): Passes {
  let current = new AbortController();
  let findings = first;
  let settled: Settled = first ? settledLines(first.context) : new Set();
  let held = 0;
  let waiting: Cart | undefined;

  const replan = () => {
    if (findings) hand(decide(world, findings), findings);
  };
  /** Prices that the shop told too late to be waited for are shown all the same, where there is room by then. */
  const awaitLate = ({ signal }: AbortController) => {
    world.live.late()?.then((isTold) => isTold && !signal.aborted && replan(), swallow);
  };

  const hand = (plan: Omit<Plan, "misfits">, from: Findings) => {
    const misfits = findMisfits(from.context, settled, from.candidates);
    settled = new Set([...settled, ...settledLines(from.context)]);
    decided({ findings: from, plan: { ...plan, misfits } });
  };

  const pass = async (cart: Cart) => {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    const found = await investigate(world, { cart, page: page(), placements: placements() }, signal);
    if (signal.aborted) return;
    const plan = await decidePriced(world, found, signal);
    if (signal.aborted) return;
    findings = found;
    hand(plan, found);
    awaitLate(current);
  };
  const run = (cart: Cart) => {
    if (held > 0) waiting = cart;
    else pass(cart).catch(swallow);
  };

  awaitLate(current);
  return {
    run,
    replan,
    async together(task) {
      held++;
      try {
        await task();
      } finally {
        held--;
        const newest = waiting;
        if (held === 0 && newest) {
          waiting = undefined;
          run(newest);
        }
      }
    },
    stop: () => current.abort(),
  };
}
