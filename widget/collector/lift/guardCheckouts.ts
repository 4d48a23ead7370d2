import type { Guardrail, ShareFrom } from "../../types/lift.ts";
import type { CheckoutDayRow } from "../../types/liftRows.ts";
import type { SharedDay } from "./sharePeriods.ts";
import { sharePeriods } from "./sharePeriods.ts";

/** Harmless offers are stopped in at most one of so many experiments, however often one looks. */
const LIMIT = 40;

/** Losses of completed checkouts that are looked for, and how much each is. The first is the one that must not be missed. */
const HARMS: readonly { readonly loss: number; readonly weight: number }[] = [
  { loss: 0.05, weight: 0.7 },
  { loss: 0.1, weight: 0.1 },
  { loss: 0.2, weight: 0.1 },
  { loss: 0.4, weight: 0.1 },
];

/**
 * Whether offers keep shoppers from finishing their checkout. Without harm the arms of completed checkouts fall as the arms
 * were drawn; with a loss, fewer fall to `offers`. So it takes the arms of confirmed orders alone, and no count of visits:
 * visits are posted and anybody can post them. It is a mixture of likelihood ratios (Wald's sequential test, made valid for all
 * times by Ville's inequality), exact for any number of orders. Once red it stays red.
 */
export function guardCheckouts(rows: readonly CheckoutDayRow[], shares: readonly ShareFrom[]): Guardrail {
  const days = sharePeriods(rows, shares);
  const logs = HARMS.map(() => 0);
  let evidence = 1;
  let since: number | undefined;
  for (const day of days) {
    for (const [at, { loss }] of HARMS.entries()) logs[at] = (logs[at] ?? 0) + logRatio(day, loss);
    const now = HARMS.reduce((sum, { weight }, at) => sum + weight * Math.exp(Math.min(logs[at] ?? 0, 600)), 0);
    evidence = Math.max(evidence, now);
    if (since === undefined && now >= LIMIT) since = day.day;
  }
  const [offers, holdout] = [sumOf(days, "offers"), sumOf(days, "holdout")];
  const change = changeOf(days);
  return {
    state: since === undefined ? (offers + holdout > 0 ? "green" : "blind") : "red",
    ...{ offers, holdout, evidence, limit: LIMIT },
    ...(change !== undefined && { change }),
    ...(since !== undefined && { since }),
  };
}

function logRatio({ share, offers, holdout }: SharedDay, loss: number): number {
  const left = (1 - share) * (1 - loss);
  const all = left + share;
  return offers * Math.log(left / all / (1 - share)) + holdout * Math.log(1 / all);
}

/** Over days with different shares each held-out order stands for as many as the share says (Mantel and Haenszel's ratio). */
function changeOf(days: readonly SharedDay[]): number | undefined {
  const taken = days.reduce((sum, { offers, share }) => sum + offers * share, 0);
  const held = days.reduce((sum, { holdout, share }) => sum + holdout * (1 - share), 0);
  return taken > 0 && held > 0 ? taken / held - 1 : undefined;
}

function sumOf(days: readonly SharedDay[], arm: "offers" | "holdout"): number {
  return days.reduce((sum, day) => sum + day[arm], 0);
}
