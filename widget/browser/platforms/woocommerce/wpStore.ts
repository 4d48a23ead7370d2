import { pageObject } from "../shop/pageObject.ts";

type Call = (...given: readonly unknown[]) => unknown;

/** A store of the block editor's data package: what can be asked of it, and what it can be told. */
export interface WpStore {
  readonly ask: Readonly<Record<string, Call | undefined>>;
  readonly tell: Readonly<Record<string, Call | undefined>>;
}

/** A store of the page, `wc/store/cart`; `undefined` where no block has brought it. */
export function wpStore(name: string): WpStore | undefined {
  const { data } = pageObject("wp") ?? {};
  const { select, dispatch } = (data ?? {}) as Readonly<Record<"select" | "dispatch", Call | undefined>>;
  const ask = typeof select === "function" && select(name);
  const tell = typeof dispatch === "function" && dispatch(name);
  return ask && tell ? ({ ask, tell } as object as WpStore) : undefined;
}
