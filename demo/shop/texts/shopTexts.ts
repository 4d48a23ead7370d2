import type { en } from "./en.ts";

export type TextName = keyof typeof en;

/** Everything the shop says, in one language. */
export type ShopTexts = Readonly<Record<TextName, string>>;
