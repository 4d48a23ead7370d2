import type { Experiment, LiftSettings, SwitchFile, SwitchState } from "../types/lift.ts";
import type { FigureRows } from "../types/report.ts";
import { createLive } from "./createLive.ts";
import { decideSwitch } from "./lift/decideSwitch.ts";
import { summariseLift } from "./lift/summariseLift.ts";
import { withSwitches } from "./lift/withSwitches.ts";
import type { EventStore } from "./store/store.ts";

/** Milliseconds between two looks at the figures, at least: they are read as a whole. */
const PACE = 60_000;

export interface SwitchOptions {
  readonly store: Pick<EventStore, "figures" | "switches" | "keepSwitch">;
  readonly experiment: Experiment;
}

/** What the widget is told to do. */
export interface PublishedSwitch {
  file(): SwitchFile;
  /** What the report goes by: the merchant's word and what was published so far. */
  settings(): LiftSettings;
  /** The shop's own orders are others than before. */
  changed(): void;
  /** Resolves when nothing is being kept any more. */
  stop(): Promise<void>;
}

/**
 * Decides the switch from the shop's own orders: at the start and after they changed, never on a request. What was published before holds
 * meanwhile. Each state is kept before it is published, so that the comparison knows what share was held out when.
 */
export async function createSwitch({ store, experiment }: SwitchOptions): Promise<PublishedSwitch> {
  let states = await store.switches();
  const settings = () => withSwitches(experiment, states);
  const publish = async (file: SwitchFile, decidedAt: number | undefined): Promise<SwitchState> => {
    const last = states.at(-1);
    const at = Math.max(Date.now(), last?.at ?? 0);
    const state: SwitchState = { ...file, at, since: experiment.since, ...(decidedAt !== undefined && { decidedAt }) };
    if (last && isSame(last, state)) return last;
    await store.keepSwitch(state);
    states = [...states, state];
    return state;
  };
  const decide = async ({ lift, visits }: FigureRows) => {
    const figures = summariseLift({ rows: lift, visits, settings: settings() });
    current = await publish(figures.switch, lift.basis === "confirmed" ? figures.decidedAt : settings().decidedAt);
  };

  const { decidedAt } = settings();
  let current = await publish(decideSwitch({ guardrail: { state: "blind" }, decidedAt, settings: settings() }), decidedAt);
  let deciding = Promise.resolve();
  const orders = createLive(store.figures, PACE);
  orders.join((rows) => {
    deciding = deciding.then(() => decide(rows)).catch(tell);
  });
  return {
    file: () => ({ offers: current.offers, holdout: current.holdout }),
    settings,
    changed: orders.changed,
    async stop() {
      orders.stop();
      await deciding;
    },
  };
}

function isSame(a: SwitchState, b: SwitchState): boolean {
  return a.offers === b.offers && a.holdout === b.holdout && a.since === b.since && a.decidedAt === b.decidedAt;
}

function tell(error: unknown): void {
  console.error("goeswith: the switch could not be changed:", error instanceof Error ? error.message : error);
}
