import type { Customer, PageContext } from "../../types/platform.ts";
import { defined } from "../lib/defined.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readProduct, type ReadOther } from "./readProduct.ts";
import { readStep } from "./readStep.ts";
import { readText } from "./readText.ts";

/** What the page's markup says the page is, but for its language. */
export function readContext(readOther?: ReadOther): Omit<PageContext, "locale"> {
  const product = readProduct(readOther);
  const customer = readJsonScript("customer");
  return defined({
    ...product,
    step: readStep(!!product.view),
    currency: product.view?.price?.currency,
    // A fact of another kind than it should be meets no rule.
    customer: customer && ({ ...customer, country: readText(customer.country)?.toUpperCase() } as Customer),
  });
}
