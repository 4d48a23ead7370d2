import { z } from "zod";
import type { ConfirmedOrder } from "../types/confirmedOrder.ts";
import { amount, currency, id, isPlain, MAX_LINES, MAX_QUANTITY, NEWEST, OLDEST, text, whole } from "./checkEvent.ts";

const mark = z.strictObject({
  visit: id,
  arm: z.enum(["offers", "holdout", "none"]),
  offers: z.exactOptional(z.array(text(500)).max(100)),
});

const line = z.strictObject({
  names: z.array(text(200)).min(1).max(20),
  quantity: whole(1, MAX_QUANTITY),
  net: z.exactOptional(amount),
});

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
  mark: z.exactOptional(mark),
  lines: z.exactOptional(z.array(line).max(MAX_LINES)),
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
