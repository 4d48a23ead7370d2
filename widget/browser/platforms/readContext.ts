import type { PageContext } from "../../types/platform.ts";
import { defined } from "./defined.ts";
import { readCartMarkup } from "./readCartMarkup.ts";
import { readCustomer } from "./readCustomer.ts";
import { readProduct } from "./readProduct.ts";
import { readStep } from "./readStep.ts";

/** The page's language as it states it. */
export const readLocale = (): string => document.documentElement.lang || "en";

/** What the page's markup says the page is. */
export function readContext(): PageContext {
  const product = readProduct();
  const told = document.querySelector("[data-goeswith-step]");
  return {
    locale: readLocale(),
    ...product,
    ...defined({
      step: readStep() ?? (product.view && !told ? "product" : undefined),
      currency: product.view?.price?.currency ?? (readCartMarkup()?.currency || undefined),
      customer: readCustomer(),
    }),
  };
}
