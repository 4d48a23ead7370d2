import type { FakeShop } from "./fakeShop.ts";
import { openOpencart } from "./opencart/openOpencart.ts";

/** OpenCart 3.0 with its default theme. */
export const openOpencart3 = (): FakeShop => openOpencart({ generation: 3 });
