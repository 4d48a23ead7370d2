import type { Fields } from "./exportKind.ts";
import { isRecord } from "../../browser/lib/isRecord.ts";

/** A list of records that stands in an object of its own: `{"orders":[…]}`. */
const WRAPPER = /^\{\s*"(?:orders|products|data)"\s*:\s*\[$/;
const LONGEST_WRAPPER = 40;
/** Larger than any record. */
const LONGEST = 16 * 1024 * 1024;

/**
 * The objects of a JSON file one after the other, however many: of one list, of several pages one behind the other, of lists under `orders` or
 * `products`, or one a line. @throws naming the record that is not JSON.
 */
export async function* jsonRecords(pieces: AsyncIterable<string>, file: string): AsyncGenerator<Fields> {
  const cut = createCutter();
  let count = 0;
  for await (const piece of pieces) {
    for (const text of cut.take(piece)) yield parse(text, `${file}, record ${++count}`);
    if (cut.held() > LONGEST) throw new Error(`${file}, record ${count + 1}: longer than ${LONGEST / 1024 / 1024} MB, or not closed`);
  }
  if (cut.held()) throw new Error(`${file}, record ${count + 1}: the file ends in the middle of it`);
}

function parse(text: string, where: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Told below.
  }
  throw new Error(`${where}: not JSON`);
}

interface Cutter {
  /** The texts of the records that end in this piece. */
  take(piece: string): readonly string[];
  /** How much of a record waits for its end. */
  held(): number;
}

/** Cuts a text into records by its brackets. */
function createCutter(): Cutter {
  let [text, depth, base, start] = ["", 0, 0, -1];
  let inString = false;
  let isEscaped = false;
  const step = (char: string, at: number): string | undefined => {
    if (inString) {
      if (isEscaped) isEscaped = false;
      else if (char === "\\") isEscaped = true;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") {
      if (char === "{" && depth === base && start < 0) start = at;
      depth++;
      if (char === "[" && depth === 1) base = 1;
      if (char === "[" && depth === 2 && base === 0 && at - start < LONGEST_WRAPPER && WRAPPER.test(text.slice(start, at + 1)))
        [base, start] = [2, -1];
    } else if (char === "}" || char === "]") {
      depth = Math.max(0, depth - 1);
      const record = depth === base && start >= 0 && char === "}" ? text.slice(start, at + 1) : undefined;
      if (record !== undefined) start = -1;
      if (depth === 0) base = 0;
      return record;
    }
    return undefined;
  };
  return {
    take(piece) {
      const from = text.length;
      text += piece;
      const records: string[] = [];
      for (let at = from; at < text.length; at++) {
        const record = step(text.charAt(at), at);
        if (record !== undefined) records.push(record);
      }
      text = start < 0 ? "" : text.slice(start);
      start = start < 0 ? -1 : 0;
      return records;
    },
    held: () => text.length,
  };
}
