import { snapshot } from "../cart/snapshot.ts";
import type { Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { whenIdle } from "../lib/idle.ts";
import type { Attendant } from "./attend.ts";
import { createStage } from "./createStage.ts";
import { decidePriced, investigate } from "./decide.ts";
import { mayShow } from "./mayShow.ts";
import type { Actions } from "./propsFor.ts";
import { listKey } from "./rows.ts";
import type { Stage, WidgetInput } from "./stage.ts";

export interface Widget {
  refresh(): void;
  readonly stop: Stop;
}

/**
 * Shows the first offers with as little code as that takes. Everything that comes afterwards (presses, changes of the cart, a theme that
 * draws itself anew, reporting) is loaded when the browser has time, or at the first press.
 */
export function createWidget(input: WidgetInput): Widget {
  const end = new AbortController();
  let attendant: Promise<Attendant> | undefined;
  const attend = () => (attendant ??= import("./attend.ts").then((part) => part.attend(stage)));
  const soon = (run: (ready: Attendant) => void) => void attend().then((ready) => end.signal.aborted || run(ready), swallow);
  const stage = createStage(input, laterActions(soon));

  let stopWaiting: Stop | undefined;
  showFirst(stage, end.signal)
    .catch(swallow)
    .finally(() => {
      if (!end.signal.aborted) stopWaiting = whenIdle(() => soon(() => undefined));
    });
  return {
    refresh: () => soon(({ refresh }) => refresh()),
    stop() {
      end.abort();
      stopWaiting?.();
      stage.placements.stop();
      stage.visit.stop();
      attendant?.then(({ stop }) => stop(), swallow);
    },
  };
}

/** Presses that come before the part that carries them out wait for it. */
function laterActions(soon: (run: (ready: Attendant) => void) => void): Actions {
  const later =
    <K extends keyof Actions>(name: K) =>
    (...args: Parameters<Actions[K]>) =>
      soon(({ actions }) => (actions[name] as (...args: Parameters<Actions[K]>) => void)(...args));
  return {
    accept: later("accept"),
    decline: later("decline"),
    rate: later("rate"),
    undo: later("undo"),
    open: later("open"),
    exchange: later("exchange"),
    remove: later("remove"),
    keep: later("keep"),
  };
}

/** One pass over the page as it is. Without an anchor nothing is read and nothing asked. */
async function showFirst(stage: Stage, signal: AbortSignal): Promise<void> {
  const { platform, placements, world, lists } = stage;
  stage.slots = placements.find();
  if (stage.slots.length === 0) return;
  const page = platform.context();
  const cart = snapshot(await platform.readCart(signal), stage.config.currency ?? page.currency);
  if (!cart || signal.aborted) return;
  const places = [...new Set(stage.slots.map(({ placement }) => placement))];
  const findings = await investigate(world, { cart, page, placements: places }, signal);
  const plan = await decidePriced(world, findings, signal);
  if (signal.aborted) return;
  Object.assign(stage, { cart, findings, plan });
  if (!mayShow(stage, plan.offers.length)) return;
  for (const offer of plan.offers) {
    const key = listKey(offer.placement, offer.kind);
    lists.set(key, [...(lists.get(key) ?? []), { offer, state: "ready" }]);
  }
  stage.draw();
}
