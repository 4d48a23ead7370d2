import type { FakeShop } from "./fakeShop.ts";
import { openOpencart } from "./opencart/openOpencart.ts";

/** OpenCart 4.1 with its default theme. */
export const openOpencart4 = (): FakeShop => openOpencart({ generation: 4 });
