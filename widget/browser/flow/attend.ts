import { createWriter } from "../cart/createWriter.ts";
import { watchCart } from "../cart/watchCart.ts";
import type { Placement } from "../../types/offer.ts";
import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import { loadAllTexts, viewOf } from "./layoutExtras.ts";
import { keepSlots } from "../placements/keepSlots.ts";
import { accompanyOrder } from "./accompanyOrder.ts";
import { createBoard } from "./createBoard.ts";
import { createPasses, type Outcome } from "./createPasses.ts";
import { createPresses } from "./createPresses.ts";
import { createReporting } from "./createReporting.ts";
import { createTaken } from "./createTaken.ts";
import { heedConsent } from "./heedConsent.ts";
import { keepMemory } from "./keepMemory.ts";
import type { Measuring } from "./measuring.ts";
import { openMeasuring } from "./openMeasuring.ts";
import { openSession } from "./openSession.ts";
import { openTrace } from "./openTrace.ts";
import type { Actions } from "./propsFor.ts";
import type { Stage } from "./stage.ts";

/** Carries on after the first offers stand. */
export interface Attendant {
  readonly measuring: Measuring;
  readonly actions: Actions;
  /** Reads the page and the cart anew. */
  refresh(): void;
  readonly stop: Stop;
}

/** Watches the cart and the page, carries out what the shopper presses, and reports. */
export function attend(stage: Stage): Attendant {
  const { config, options, platform, world, placements } = stage;
  const session = openSession(stage);
  const measuring = openMeasuring(stage);
  const { consent, recorder, visit, mayStore, mayShow } = measuring;
  const canRemove = !!platform.remove;
  stage.speak = loadAllTexts;
  void stage.draw();
  const memory = keepMemory(stage.memory, session, mayStore);
  const taken = createTaken(session, mayStore);
  const companion = accompanyOrder({ platform, visit, mayStore, store: session, taken: taken.read });
  const board = createBoard(stage, { canRemove });
  const found = (): readonly Placement[] => [...new Set(stage.slots.map(({ placement }) => placement))];

  const trace = openTrace(stage, found);
  const decided = ({ plan, findings }: Outcome) => {
    const show = mayShow(plan.offers.length);
    Object.assign(stage, { findings, plan });
    board.apply(show ? plan : { offers: [], misfits: [] }, findings.context.cart);
    changed();
    trace.show();
  };
  const passes = createPasses({ world, first: stage.findings, page: () => platform.context(), placements: found, decided });
  const watcher = watchCart({
    platform,
    currency: config.currency,
    known: stage.cart,
    heard(cart) {
      stage.cart = cart;
      companion.look(cart);
      if (stage.slots.length > 0) passes.run(cart);
    },
  });
  const actions = createPresses({
    writer: createWriter({ platform, read: watcher.read }),
    board,
    memory,
    canUndo: canRemove,
    cart: () => stage.cart ?? { currency: "", lines: [] },
    view: () => viewOf(stage),
    record(happening) {
      if (happening.type === "failed") world.live.forget();
      recorder.record(happening);
    },
    took(...offer) {
      taken.mark(...offer);
      companion.look(stage.cart);
    },
    replan: passes.replan,
    together: passes.together,
  });
  if (stage.plan) mayShow(stage.plan.offers.length);
  companion.look(stage.cart);
  const reporting = createReporting({
    ...measuring,
    config,
    platform,
    sinks: options.sinks ?? [],
    stage,
    taken: taken.read,
    companion,
    saw: memory.saw,
  });

  /** Whether or not anything is drawn: what was recorded, on this page of the visit or before, is delivered in both arms alike. */
  const changed = () => {
    companion.look(stage.cart);
    if (mayStore() && visit.seq > 0) reporting.begin();
  };

  /** The page has other anchors than before, or has become another page. */
  const look = guard(() => {
    stage.slots = placements.find();
    if (platform.context().step === "confirmation") reporting.begin();
    if (stage.slots.length === 0) return;
    void stage.draw();
    if (stage.cart) passes.run(stage.cart);
    else watcher.refresh();
  });
  const stops: readonly Stop[] = [
    watcher.stop,
    passes.stop,
    placements.watch(keepSlots, look),
    ...[look, measuring.refresh].map((heard) => platform.watch("page", heard)),
    reporting.stop,
    heedConsent({ consent, memory, kept: [taken, companion], changed }),
    trace.stop,
  ];
  measuring.refresh();
  // The page may have got its anchors, or told its order, before anybody watched.
  const before = keysOf(stage);
  stage.slots = placements.find();
  if (keysOf(stage) !== before || !stage.cart) look();
  else if (platform.context().step === "confirmation") reporting.begin();
  return {
    measuring,
    actions,
    refresh() {
      look();
      watcher.refresh();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function keysOf({ slots }: Stage): string {
  return slots.map(({ key }) => key).join();
}
