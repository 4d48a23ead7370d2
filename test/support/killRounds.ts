import type { EventVerdicts } from "../../widget/types/collector.ts";
import { createId } from "../../widget/browser/lib/id.ts";
import { aBatch, anEvent } from "../unit/collector/anEvent.ts";
import type { Line } from "./postOver.ts";
import { openLine } from "./postOver.ts";
import type { Server } from "./startServer.ts";

const LINES = 8;
const BATCH = 5;
/** Milliseconds of load after the first answer, at most. */
const LONGEST = 150;

export interface Killed {
  /** Ids the collector said it has. */
  readonly acknowledged: readonly string[];
  /** Of these, how many were stored in an earlier round, whose answer the kill cut off. */
  readonly late: number;
  /** Ids that were sent and never answered. */
  readonly open: readonly string[];
}

/**
 * Starts a collector over and over on the same file and kills it at a random moment under load. Like a browser's queue, each
 * round begins with what the last one left unanswered.
 */
export async function killRounds(rounds: number, launch: () => Promise<Server>): Promise<Killed> {
  const acknowledged: string[] = [];
  let late = 0;
  let open: (readonly string[])[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await launch();
    const lines = await Promise.all(Array.from({ length: LINES }, () => openLine(server.address)));
    const again = open;
    open = [];
    let hear = () => {};
    const heard = new Promise<void>((resolve) => (hear = resolve));
    const posting = lines.map(async (line) => {
      for (;;) {
        const ids = again.pop() ?? Array.from({ length: BATCH }, createId);
        const verdicts = await post(line, ids);
        if (!verdicts) return open.push(ids);
        acknowledged.push(...verdicts.accepted, ...verdicts.duplicate);
        late += verdicts.duplicate.length;
        hear();
      }
    });
    await Promise.race([heard, Promise.all(posting)]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST));
    await Promise.all([server.end("SIGKILL"), ...posting]);
    open = [...open, ...again];
  }
  return { acknowledged, late, open: open.flat() };
}

/** None when the connection broke off. */
async function post(line: Line, ids: readonly string[]): Promise<EventVerdicts | undefined> {
  const answer = await line.post(JSON.stringify(aBatch(ids.map((id) => anEvent("shown", id))))).catch(() => undefined);
  return answer && (JSON.parse(answer.body) as EventVerdicts);
}
