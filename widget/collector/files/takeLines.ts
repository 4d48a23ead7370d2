import { isRecord } from "../../browser/lib/isRecord.ts";
import { NEWEST, OLDEST } from "../checkEvent.ts";
import type { Intake } from "../createIntake.ts";
import { parseJson, type ParsedBatch, type RawBatch, toBatch } from "../parseBatch.ts";
import { fileLines } from "./fileLines.ts";
import type { Tally } from "./tally.ts";

export interface TakeDeps {
  readonly intake: Intake;
  readonly tally: Tally;
  /** The only shop that counts, and of lines that name none; absent: any. */
  readonly shop?: string | undefined;
}

/** Batches that go to the store together. */
const AT_ONCE = 500;
/** The bytes of a batch bound what browsers have waiting; a file is read no faster than it is stored. */
const NOT_WAITED_FOR = 0;

/**
 * Takes events out of JSON lines as an endpoint appended them: the body of each request, or an event each. A body was received when its
 * `received` says, else when it was sent; a bare event when it happened.
 */
export async function takeLines(file: string, { intake, tally, shop }: TakeDeps): Promise<void> {
  // In the order of the lines, whenever their verdicts come.
  let waiting: (() => Promise<void>)[] = [];
  const settle = async () => {
    for (const tell of waiting) await tell();
    waiting = [];
  };
  for await (const [line, bytes] of fileLines(file)) {
    const value = parseJson(bytes);
    const parsed: ParsedBatch = value === undefined ? { ok: false, reason: "not JSON" } : toBatch(asBody(value), NOT_WAITED_FOR);
    if (!parsed.ok) waiting.push(async () => tally.wrong(file, line, parsed.reason));
    else if (shop !== undefined && parsed.batch.shop !== "" && parsed.batch.shop !== shop) tally.elsewhere(parsed.batch.events.length);
    else {
      const batch = shop === undefined ? parsed.batch : { ...parsed.batch, shop };
      for (const [part, received] of byArrival(batch, isRecord(value) ? value["received"] : undefined)) {
        const verdicts = intake.take(part, received);
        waiting.push(async () => tally.judged(file, line, await verdicts));
        if (waiting.length >= AT_ONCE) await settle();
      }
    }
    if (waiting.length >= AT_ONCE) await settle();
  }
  await settle();
}

function asBody(value: unknown): unknown {
  if (Array.isArray(value)) return { events: value };
  return isRecord(value) && "type" in value ? { shop: value["shop"], events: [bare(value)] } : value;
}

/** What endpoints write beside an event that has no body around it. */
function bare({ shop: _, received: __, ...event }: Readonly<Record<string, unknown>>): unknown {
  return event;
}

/** A batch that does not say when it was sent, or by a clock that is none, comes in event by event. */
function byArrival({ sentAt, ...batch }: RawBatch, received: unknown): readonly (readonly [RawBatch, number | undefined])[] {
  const sent = toTime(sentAt);
  const whole = { ...batch, ...(sent !== undefined && { sentAt: sent }) };
  const arrived = toTime(received) ?? sent;
  if (arrived !== undefined) return [[whole, arrived]];
  const { dropped } = batch;
  return batch.events.map((event, at) => [{ ...batch, dropped: at === 0 ? dropped : {}, events: [event] }, timeOf(event)]);
}

const timeOf = (event: unknown): number | undefined => toTime(isRecord(event) ? event["at"] : undefined);

function toTime(value: unknown): number | undefined {
  return typeof value === "number" && value >= OLDEST && value <= NEWEST ? Math.round(value) : undefined;
}
