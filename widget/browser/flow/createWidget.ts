import { snapshot } from "../cart/snapshot.ts";
import type { ConsentLevel } from "../../types/options.ts";
import type { Stop } from "../../types/platform.ts";
import type { Offer } from "../../types/offer.ts";
import { swallow } from "../lib/guard.ts";
import { whenIdle } from "../lib/idle.ts";
import type { Attendant } from "./attend.ts";
import { createStage } from "./createStage.ts";
import { decide, decidePriced, investigate } from "./decide.ts";
import type { Actions } from "./propsFor.ts";
import { listKey } from "./rows.ts";
import type { Stage, WidgetInput } from "./stage.ts";

export interface Widget {
  refresh(): void;
  consent(level: ConsentLevel): void;
  readonly stop: Stop;
}

/**
 * Shows the first offers with as little code as that takes. Everything that comes afterwards (presses, changes of the cart, a theme that
 * draws itself anew, reporting) is loaded when the browser has time, or at the first press.
 */
export function createWidget(input: WidgetInput): Widget {
  const end = new AbortController();
  let attendant: Promise<Attendant> | undefined;
  const attend = () =>
    (attendant ??= first
      .then(() => import("./attend.ts"))
      .then((part) => {
        // Stopped meanwhile: what is drawn now would stay.
        end.signal.throwIfAborted();
        return part.attend(stage);
      }));
  const soon = (run: (ready: Attendant) => void) => void attend().then((ready) => end.signal.aborted || run(ready), swallow);
  const stage = createStage(input, laterActions(soon));

  let stopWaiting: Stop | undefined;
  // Nothing else is loaded before the first offers stand.
  const first = showFirst(stage, end.signal).catch(swallow);
  void first.then(() => {
    if (!end.signal.aborted) stopWaiting = whenIdle(() => soon(() => undefined));
  });
  return {
    refresh: () => soon(({ refresh }) => refresh()),
    consent: (level) => soon(({ measuring }) => measuring.consent.set(level)),
    stop() {
      end.abort();
      stopWaiting?.();
      stage.placements.stop();
      stage.measuring?.stop();
      attendant?.then(({ stop }) => stop(), swallow);
    },
  };
}

const ACTIONS = [
  "accept",
  "acceptAll",
  "decline",
  "rate",
  "undo",
  "open",
  "exchange",
  "remove",
  "keep",
] as const satisfies readonly (keyof Actions)[];

/** Presses that come before the part that carries them out wait for it. */
function laterActions(soon: (run: (ready: Attendant) => void) => void): Actions {
  const later =
    (name: keyof Actions) =>
    (...args: unknown[]) =>
      soon(({ actions }) => (actions[name] as (...args: unknown[]) => void)(...args));
  return Object.fromEntries(ACTIONS.map((name) => [name, later(name)])) as unknown as Actions;
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
  // Only where some visits are held out does showing depend on what may be measured; where that cannot be told, nothing is shown.
  const measuring =
    stage.config.experiment.holdout && import("./openMeasuring.ts").then((part) => part.openMeasuring(stage)).catch(swallow);
  const findings = await investigate(world, { cart, page, placements: places }, signal);
  const fill = (offers: readonly Offer[] = []) => {
    lists.clear();
    for (const offer of offers) {
      const key = listKey(offer.placement, offer.kind);
      lists.set(key, [...(lists.get(key) ?? []), { offer, state: "ready" }]);
    }
  };
  // What offers are drawn with is loaded while the shop is asked for its prices.
  if (!measuring) {
    fill(decide(world, findings).offers);
    void stage.load();
  }
  const plan = await decidePriced(world, findings, signal);
  if (signal.aborted) return;
  Object.assign(stage, { cart, findings, plan });
  fill(measuring ? await (await measuring)?.allow(plan.offers) : plan.offers);
  await stage.draw();
}
