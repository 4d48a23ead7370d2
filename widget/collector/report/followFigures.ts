import type { Stop } from "../../types/platform.ts";
import type { ReportData } from "../../types/report.ts";
import type { Connection } from "./connection.ts";

/** Milliseconds between two questions where nothing is pushed. */
const ASK_EVERY = 10_000;
/** Milliseconds without a push after which one is asked for: some proxies hold a stream back. */
const PATIENCE = 5000;

export interface FollowOptions {
  /** Address of the figures and of their stream. */
  readonly data: string;
  readonly live: string;
  readonly onFigures: (data: ReportData) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** Hears every new state of the figures: pushed where that works, else by asking. */
export function followFigures({ data, live, onFigures, onConnection }: FollowOptions): Stop {
  let isPushed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    try {
      const answer = await fetch(data);
      if (!answer.ok) throw new Error(String(answer.status));
      const figures = (await answer.json()) as ReportData;
      if (isPushed) return;
      onFigures(figures);
      onConnection("polling");
    } catch {
      if (!isPushed) onConnection("lost");
    }
    if (!isPushed) wait(ASK_EVERY);
  };
  const wait = (time: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), time);
  };
  const stream = new EventSource(live);
  stream.onmessage = ({ data: text }: MessageEvent<string>) => {
    isPushed = true;
    clearTimeout(timer);
    onFigures(JSON.parse(text) as ReportData);
    onConnection("live");
  };
  stream.onerror = () => {
    // The browser tries the stream again by itself; until it comes back, figures are asked for.
    if (isPushed) onConnection("lost");
    isPushed = false;
    wait(PATIENCE);
  };
  wait(PATIENCE);
  return () => {
    isPushed = true;
    clearTimeout(timer);
    stream.close();
  };
}
