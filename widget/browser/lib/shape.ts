/**
 * The words in which a table says what a JSON value must be. A table is a function of them, so that one and the same table is read by
 * in the browser, described to editors and checked: `({ group, text }) => group({ name: text() })`.
 */
export interface ShapeWords<S> {
  /** Whatever is given. */
  readonly any: S;
  /** Any text but the empty one; with a pattern, one that it matches. */
  text(pattern?: Pattern): S;
  /** Both bounds count. `step` 1: whole numbers only. */
  number(min: number, max: number, step?: number): S;
  choice(...choices: readonly (string | boolean)[]): S;
  /** A wrong item is left out. An item is no list itself. */
  list(of: S): S;
  /** A wrong or unknown member is left out. `rest`: the shape of every key that `fields` does not name. */
  group(fields: Fields<S>, rest?: S): S;
  /** A group that is taken whole or not at all. */
  whole(fields: Fields<S>, rest?: S): S;
  /** A whole group whose other members depend on the one that tells its kind. */
  kinds(key: string, members: Readonly<Record<string, Fields<S>>>): S;
  /** A bare string stands for a group with this one key. */
  short(key: string, long: S): S;
  /** `fallback`, in the written form, is taken where nothing, or something wrong, is given. */
  or(shape: S, fallback: unknown): S;
  /** A whole group without it is wrong. */
  need(shape: S): S;
}

/** More words, for tables that few pages read by. */
export interface MoreWords<S> extends ShapeWords<S> {
  /** A string has the first shape, anything else the other. */
  either(bare: S, other: S): S;
}

export type Fields<S> = Readonly<Record<string, S>>;

/** What a text must look like, and the test of it, which may ask for more than the look. */
export interface Pattern {
  readonly source: string;
  test(given: string): boolean;
}

export type Table = <S>(words: MoreWords<S>) => S;
