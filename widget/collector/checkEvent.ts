import { z } from "zod";
import type { OfferEvent } from "../types/event.ts";

/** Ten billion in a currency with two digits: more than any order, and small enough for sums to stay whole numbers. */
const MAX_MONEY = 1e12;
export const MAX_QUANTITY = 100_000;
export const MAX_LINES = 500;
/** A shopper's clock may be years off; the collector's own time is used then. Beyond these it is no clock. */
export const OLDEST = Date.UTC(2000, 0, 1);
export const NEWEST = Date.UTC(2100, 0, 1);
const MAX_REASON = 80;

/** Text without control characters and broken surrogates, which no id, name or version has. */
export const text = (max: number) => z.string().min(1).max(max).refine(isPlain);
export const id = z.string().regex(/^[\w.:-]{1,64}$/);
export const whole = (min: number, max: number) => z.int().min(min).max(max);
/** Minor units. */
export const amount = whole(0, MAX_MONEY);
const money = z.exactOptional(amount);
export const currency = z.string().regex(/^[A-Z]{3}$/);
const placement = z.enum(["product", "drawer", "cart", "checkout", "confirmation"]);
const kind = z.enum(["cross-sell", "up-sell"]);
const offer = text(500).regex(/^(product|drawer|cart|checkout|confirmation)\.(cross-sell|up-sell)\../);

const base = {
  id,
  seq: whole(1, 1e9),
  at: z.number().min(OLDEST).max(NEWEST),
  visit: id,
  person: z.exactOptional(id),
  view: id,
  arm: z.enum(["offers", "holdout", "none"]),
  version: text(32),
  build: z.exactOptional(text(64)),
};

const about = {
  placement,
  position: whole(0, 1000),
  offer,
  kind,
  source: text(64),
  product: text(200),
  for: text(200),
  price: money,
  priceOfOther: money,
  currency: z.exactOptional(currency),
  quantity: whole(1, MAX_QUANTITY),
};

const line = z.strictObject({
  product: text(200),
  quantity: whole(1, MAX_QUANTITY),
  price: money,
  offer: z.exactOptional(offer),
  priceOfOther: money,
});

const ordered = {
  order: text(128),
  currency,
  total: money,
  lines: z.array(line).max(MAX_LINES),
};

const aboutOffer = <T extends string>(type: T) => z.strictObject({ ...base, ...about, type: z.literal(type) });

/** The closed catalogue of `types/event.ts`. A field it does not name is refused: whatever it holds is not asked for. */
const catalogue = z.discriminatedUnion("type", [
  z.strictObject({ ...base, type: z.literal("eligible") }),
  aboutOffer("shown"),
  aboutOffer("seen"),
  aboutOffer("opened"),
  aboutOffer("added"),
  aboutOffer("swapped"),
  aboutOffer("dismissed"),
  aboutOffer("undone"),
  aboutOffer("failed").extend({ reason: z.enum(["sold-out", "refused", "network", "unsupported"]) }),
  aboutOffer("rated").extend({ answer: z.enum(["have-it", "not-for-me", "too-dear", "does-not-fit", "helpful"]) }),
  z.strictObject({ ...base, ...ordered, type: z.literal("ordered") }),
]) satisfies z.ZodType<OfferEvent>;

export type CheckedEvent = { readonly ok: true; readonly event: OfferEvent } | { readonly ok: false; readonly reason: string };

/** Whether a parsed JSON value is an event of the catalogue with believable values, or what is wrong with it first. */
export function checkEvent(raw: unknown): CheckedEvent {
  const result = catalogue.safeParse(raw);
  if (!result.success) return { ok: false, reason: reasonOf(result.error.issues[0]).slice(0, MAX_REASON) };
  const event = result.data;
  const prefix = "offer" in event ? `${event.placement}.${event.kind}.` : "";
  return "offer" in event && !event.offer.startsWith(prefix) ? { ok: false, reason: "bad offer" } : { ok: true, event };
}

/** Whether a text has neither control characters nor lone surrogates. */
export function isPlain(value: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(value);
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "unrecognized_keys") return `unknown field ${[...issue.path, issue.keys[0] ?? ""].join(".")}`;
  if (issue?.code === "invalid_union") return "unknown type";
  return issue && issue.path.length > 0 ? `bad ${issue.path.join(".")}` : "not an object";
}
