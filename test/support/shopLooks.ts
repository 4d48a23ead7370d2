import type { OfferEvent } from "../../widget/types/event.ts";

/** What one visit made of an offer. */
export interface Look {
  readonly product: string;
  readonly for?: string;
  readonly kind?: "cross-sell" | "up-sell";
  readonly position?: number;
  /** After `seen`. */
  readonly after?: readonly (readonly [type: string, answer?: string])[];
  /** So many visits do the same. */
  readonly visits?: number;
}

/** The events of visits with one offer each, as browsers make them. `name` tells these visits from others. */
export function looksOf(name: string, looks: readonly Look[]): readonly OfferEvent[] {
  return looks.flatMap(({ product, for: other = "phone", kind = "cross-sell", position = 1, after = [], visits = 1 }, row) =>
    Array.from({ length: visits }, (_, at) => at).flatMap((at) =>
      [["seen"] as const, ...after].map(([type, answer], step) => {
        const visit = `${name}-${row}-${at}`;
        const offer = { placement: "cart", position, offer: `cart.${kind}.${other}.${product}`, kind, source: "model" };
        const base = { id: `${visit}-${step}`, seq: step + 1, at: 1_780_000_000_000, visit, view: "w", arm: "offers", version: "1" };
        return { ...base, ...offer, type, product, for: other, quantity: 1, ...(answer && { answer }) } as OfferEvent;
      }),
    ),
  );
}

/** As an endpoint appends them: a body of `POST /v1/events` a line. */
export function batchLines(events: readonly OfferEvent[], size = 20): string {
  const starts = Array.from({ length: Math.ceil(events.length / size) }, (_, at) => at * size);
  const batch = (from: number) => ({ shop: "demo", sentAt: 1_780_000_000_000, dropped: {}, events: events.slice(from, from + size) });
  return `${starts.map((from) => JSON.stringify(batch(from))).join("\n")}\n`;
}
