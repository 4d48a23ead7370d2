import type { Stop } from "../../types/platform.ts";
import type { ProductId } from "../../types/product.ts";
import type { Sink } from "../../types/sink.ts";
import type { Taken } from "../events/orders.ts";
import type { Viewability } from "../events/viewability.ts";
import { swallow } from "../lib/guard.ts";
import { aboutOffer } from "./aboutOffer.ts";
import type { OrderCompanion } from "./accompanyOrder.ts";
import { rowsOf } from "./rows.ts";
import type { Measuring } from "./measuring.ts";
import type { Stage } from "./stage.ts";

export interface ReportingDeps extends Pick<Stage, "config" | "platform">, Pick<Measuring, "consent" | "recorder" | "visit"> {
  readonly stage: Pick<Stage, "slots" | "lists" | "drawn" | "onDrawn">;
  readonly sinks: readonly Sink[];
  taken(): readonly Taken[];
  readonly companion: Pick<OrderCompanion, "last" | "ordered">;
  /** An offer was seen on this page view. */
  saw(product: ProductId): void;
}

/** What is recorded beside the shopper's presses. The part that delivers is loaded once something was drawn, or an order confirmed. */
export interface Reporting {
  /** Delivers, whether or not an offer was drawn. */
  begin(): void;
  readonly stop: Stop;
}

export function createReporting(deps: ReportingDeps): Reporting {
  const { stage, config, consent, visit, recorder, platform, sinks, taken, saw, companion } = deps;
  const shown = new Set<string>();
  const stops: Stop[] = [];
  /** What stands in each slot, and what ends the watching of it. */
  const roots = new Map<string, ShadowRoot>();
  const ends = new Map<string, Stop>();
  let viewability: Viewability | undefined;
  let loading = false;

  const watch = (root: ShadowRoot, key: string) => {
    if (viewability) ends.set(key, viewability.observe(root));
  };
  const load = async () => {
    const { startDelivery, watchSeen, orderedOnce } = await import("../events/delivery.ts");
    const delivery = startDelivery({ consent, recorder, visit, config, sinks });
    viewability = watchSeen({
      seen(id) {
        const offer = [...stage.lists.values()].flat().find((row) => row.offer.id === id)?.offer;
        if (!offer) return;
        saw(offer.product.id);
        recorder.record({ ...aboutOffer(offer), type: "seen" });
      },
    });
    stops.push(delivery.stop, viewability.stop);
    roots.forEach(watch);
    const order = await platform.order?.(companion.last());
    const ordered = order && (await orderedOnce({ order, taken: taken(), shop: config.shop, consent }));
    if (ordered) recorder.record(ordered);
    if (order) companion.ordered();
  };
  const begin = () => {
    if (loading) return;
    loading = true;
    load().catch(swallow);
  };
  const drawn = (key: string, root: ShadowRoot) => {
    const slot = stage.slots.find((one) => one.key === key);
    for (const { offer } of slot ? rowsOf(slot, stage.lists) : []) {
      if (shown.has(offer.id)) continue;
      shown.add(offer.id);
      recorder.record({ ...aboutOffer(offer), type: "shown" });
    }
    if (roots.get(key) !== root) {
      // The slot came back to the page with another element: the old one is let go.
      ends.get(key)?.();
      roots.set(key, root);
      watch(root, key);
    }
    begin();
  };
  stage.onDrawn = drawn;
  for (const [key, root] of stage.drawn) drawn(key, root);
  return {
    begin,
    stop: () => stops.splice(0).forEach((stop) => stop()),
  };
}
