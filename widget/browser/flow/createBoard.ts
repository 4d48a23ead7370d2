import type { Cart, LineKey } from "../../types/cart.ts";
import type { OfferState } from "../../types/layout.ts";
import type { Misfit, Plan } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";
import { mergeRows } from "./mergeRows.ts";
import { listKey, type Outcome, type Row } from "./rows.ts";
import type { Stage } from "./stage.ts";

/** Changes what stands on the stage, and draws it. */
export interface Board {
  /** Takes over a new plan, leaving alone what the shopper touched. */
  apply(plan: Pick<Plan, "offers" | "misfits">, cart: Cart): void;
  find(id: string): Row | undefined;
  set(id: string, change: Partial<Row>): void;
  /** What became of a product that was in view. */
  setView(id: ProductId, outcome: Outcome): void;
  setMisfit(misfit: Misfit, state: OfferState | "kept"): void;
}

type BoardStage = Pick<Stage, "lists" | "misfits" | "views" | "draw">;

export function createBoard(stage: BoardStage, { canRemove }: { readonly canRemove: boolean }): Board {
  const { lists } = stage;
  const states = new Map<LineKey, OfferState | "kept">();
  let misfits: readonly Misfit[] = [];
  const show = () => {
    stage.misfits = misfits.flatMap((misfit) => {
      const state = states.get(misfit.line.key) ?? "ready";
      return state === "kept" ? [] : [{ misfit, state, canRemove }];
    });
    void stage.draw();
  };
  return {
    apply(plan, cart) {
      misfits = plan.misfits;
      const keys = new Set([...lists.keys(), ...plan.offers.map(({ placement, kind }) => listKey(placement, kind))]);
      for (const key of keys) {
        const before = (lists.get(key) ?? []).map((row) => follow(row, cart));
        const offers = plan.offers.filter(({ placement, kind }) => listKey(placement, kind) === key);
        lists.set(key, mergeRows(before, offers));
      }
      show();
    },
    find: (id) => [...lists.values()].flat().find(({ offer }) => offer.id === id),
    set(id, change) {
      for (const [key, rows] of lists) {
        lists.set(
          key,
          rows.map((row) => (row.offer.id === id ? { ...row, ...change } : row)),
        );
      }
      void stage.draw();
    },
    setView(id, outcome) {
      stage.views.set(id, outcome);
      void stage.draw();
    },
    setMisfit({ line }, state) {
      states.set(line.key, state);
      show();
    },
  };
}

/** Shops may give a line a new key with every write; a swapped row follows its product. */
function follow(row: Row, cart: Cart): Row {
  const { line, offer } = row;
  if (line === undefined || cart.lines.some(({ key }) => key === line)) return row;
  const same = cart.lines.find(({ product }) => product === offer.product.id);
  return same ? { ...row, line: same.key } : row;
}
