import type { Stop } from "../types/platform.ts";

/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells whoever waits what is being done. */
export interface Progress {
  /** What begins now; `share`: about which part of the whole work it is; `part`: how much of it is done, 0 to 1, where that is known. */
  phase(name: string, share?: number, part?: () => number | undefined): void;
  /** A text for standard output, above the bar. */
  print(text: string): void;
  readonly stop: Stop;
}

const EVERY_MS = 200;
const BAR = 24;
/** Before so much is done, what is left is a guess. */
const LEAST_DONE = 0.03;
const CLEAR = "\r\u001B[2K";

/**
 * On a terminal one line with a bar, the phase and an estimate of what is left, rewritten in place. Elsewhere a line for each phase where
 * `verbose` asks for it, else nothing.
 */
export function createProgress(stream: ProgressStream, { verbose = false }: { readonly verbose?: boolean } = {}): Progress {
  const isBar = Boolean(stream.isTTY) && !process.env["CI"];
  const started = Date.now();
  let current = { name: "", share: 0, part: (): number | undefined => undefined };
  // An estimate may become smaller; a bar that goes back would only confuse.
  let furthest = 0;
  let before = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    furthest = Math.min(1, Math.max(furthest, before + current.share * Math.min(1, Math.max(0, current.part() ?? 0))));
    stream.write(CLEAR + line({ name: current.name, done: furthest, elapsed: Date.now() - started }).slice(0, (stream.columns ?? 80) - 1));
  };
  return {
    phase(name, share = 0, part = () => undefined) {
      before += current.share;
      current = { name, share, part };
      if (isBar) {
        timer ??= setInterval(draw, EVERY_MS).unref();
        draw();
      } else if (verbose) stream.write(`${seconds(Date.now() - started)} ${name}\n`);
    },
    print(text) {
      if (timer) stream.write(CLEAR);
      console.log(text);
    },
    stop() {
      if (timer) stream.write(CLEAR);
      clearInterval(timer);
      timer = undefined;
    },
  };
}

function line({ name, done, elapsed }: { name: string; done: number; elapsed: number }): string {
  const filled = Math.round(done * BAR);
  const left = done >= LEAST_DONE && done < 1 ? `, about ${seconds((elapsed * (1 - done)) / done)} left` : "";
  return `[${"#".repeat(filled)}${"-".repeat(BAR - filled)}] ${Math.round(done * 100)} % ${name}${left}`;
}

function seconds(ms: number): string {
  const whole = Math.round(ms / 1000);
  return whole < 90 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}
