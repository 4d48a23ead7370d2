/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
/** Numbers 64-bit keys, given in two halves, from nought on in the order in which they first come. */
export interface KeyNumbers {
  number(high: number, low: number): number;
  readonly size: number;
}

const START = 1 << 16;
/** Full above this share, and then doubled. */
const LOAD = 0.6;

/** A hash table of plain numbers: millions of orders would not fit into a `Map` of texts. */
export function createKeyNumbers(): KeyNumbers {
  let slots = new Int32Array(START).fill(-1);
  let highs = new Int32Array(START * LOAD);
  let lows = new Int32Array(START * LOAD);
  let size = 0;
  let last = -1;
  const slotOf = (high: number, low: number): number => {
    const mask = slots.length - 1;
    let slot = (Math.imul(high, 0x9e3779b1) ^ low) & mask;
    for (let at = slots[slot]!; at >= 0 && (lows[at] !== low || highs[at] !== high); at = slots[slot]!) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = () => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    [highs, lows] = [widened(highs, slots.length * LOAD), widened(lows, slots.length * LOAD)];
    for (let at = 0; at < size; at++) slots[slotOf(highs[at]!, lows[at]!)] = at;
  };
  return {
    get size() {
      return size;
    },
    number(high, low) {
      // Lines of one order mostly stand together.
      if (last >= 0 && lows[last] === low && highs[last] === high) return last;
      if (size === highs.length) grow();
      const slot = slotOf(high, low);
      if (slots[slot]! < 0) {
        highs[size] = high;
        lows[size] = low;
        slots[slot] = size++;
      }
      return (last = slots[slot]!);
    },
  };
}

function widened(from: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}
