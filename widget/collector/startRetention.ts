import type { EventStore } from "./store/store.ts";
import type { Stop } from "../types/platform.ts";

const DAY = 86_400_000;

/** How long events and confirmed orders are kept as they came, before only sums of their months are. */
export interface Keep {
  readonly amount: number;
  readonly unit: "d" | "w" | "m" | "y";
}

export interface RetentionOptions {
  readonly store: Pick<EventStore, "condense">;
  readonly keep: Keep;
  /** Called when the figures may be others than before. */
  readonly changed: () => void;
}

/** Condenses what is too old, now and once a day. One that fails is told on stderr and tried again the next day. */
export function startRetention({ store, keep, changed }: RetentionOptions): Stop {
  const condense = () =>
    store.condense(keptSince(keep, Date.now())).then(
      ({ events, orders }) => {
        if (events + orders > 0) changed();
      },
      (error: unknown) => console.error("goeswith: old events could not be removed:", error instanceof Error ? error.message : error),
    );
  void condense();
  const timer = setInterval(() => void condense(), DAY);
  return () => clearInterval(timer);
}

/** `13m`: thirteen months; `400d`, `8w` and `2y` likewise. `undefined` when it is none. */
export function parseKeep(text: string): Keep | undefined {
  const [, amount, unit] = /^([1-9]\d{0,3})([dwmy])$/.exec(text) ?? [];
  return amount && unit ? { amount: Number(amount), unit: unit as Keep["unit"] } : undefined;
}

/** Beginning of the first day of UTC that is kept. A month before the 31st of March is the last of February. */
export function keptSince({ amount, unit }: Keep, now: number): number {
  const today = Math.floor(now / DAY) * DAY;
  if (unit === "d" || unit === "w") return today - amount * (unit === "w" ? 7 : 1) * DAY;
  const date = new Date(today);
  const month = date.getUTCMonth() - amount * (unit === "y" ? 12 : 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay));
}
