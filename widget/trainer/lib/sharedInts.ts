/** Whole numbers that several threads can read without a copy. */
export type SharedInts = Int32Array<SharedArrayBuffer>;

/** So many noughts. */
export const ints = (length: number): SharedInts => new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
