import { z } from "zod";
import type { ConfirmedOrder } from "../types/confirmedOrder.ts";
import { amount, currency, id, isPlain, NEWEST, OLDEST, text, whole } from "./checkEvent.ts";

/** The schema of `types/confirmedOrder.ts`. A field it does not name is refused: whatever it holds is not asked for. */
const confirmedOrder = z.strictObject({
  shop: z.string().max(200).refine(isPlain, "control characters"),
  order: text(128),
  at: whole(OLDEST, NEWEST),
  currency,
  net: amount,
  refunded: amount,
  isCancelled: z.boolean(),
  cost: z.exactOptional(amount),
  customer: z.exactOptional(text(128)),
  mark: z.exactOptional(z.strictObject({ visit: id, arm: z.enum(["offers", "holdout", "none"]) })),
}) satisfies z.ZodType<ConfirmedOrder>;

export type CheckedOrder = { readonly ok: true; readonly order: ConfirmedOrder } | { readonly ok: false; readonly reason: string };

/** Whether a parsed JSON value is a confirmed order with believable values, or what is wrong with it first. */
export function checkOrder(raw: unknown): CheckedOrder {
  const result = confirmedOrder.safeParse(raw);
  if (result.success) return { ok: true, order: result.data };
  const issue = result.error.issues[0];
  if (issue?.code === "unrecognized_keys") return { ok: false, reason: `unknown field ${[...issue.path, issue.keys[0] ?? ""].join(".")}` };
  return { ok: false, reason: issue && issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : "not an object" };
}
