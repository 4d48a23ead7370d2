import type { Stop } from "../types/platform.ts";

/** Milliseconds between two pushes, at least, where nothing else is said. */
const PACE = 1000;

/** Tells open reports about new figures. */
export interface Live<Rows> {
  /** Hears the figures of now, and new ones after something changed, at the pace that was set. */
  join(hear: (rows: Rows) => void): Stop;
  changed(): void;
  readonly stop: Stop;
}

/** Reads nothing while nobody listens, and once for all who do. */
export function createLive<Rows>(read: () => Promise<Rows>, pace = PACE): Live<Rows> {
  const listeners = new Set<(rows: Rows) => void>();
  let timer: NodeJS.Timeout | undefined;
  let isStale = false;
  let isStopped = false;
  const push = async () => {
    isStale = false;
    try {
      const rows = await read();
      for (const hear of [...listeners]) hear(rows);
    } catch (error) {
      console.error("goeswith: the report could not be read:", error instanceof Error ? error.message : error);
    }
    if (!isStopped) timer = setTimeout(rest, pace);
  };
  const rest = () => {
    timer = undefined;
    if (isStale) begin();
  };
  const begin = () => {
    isStale = listeners.size > 0 && !isStopped;
    if (!isStale || timer) return;
    timer = setTimeout(() => void push());
  };
  return {
    join(hear) {
      listeners.add(hear);
      begin();
      return () => void listeners.delete(hear);
    },
    changed: begin,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
