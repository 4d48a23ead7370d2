import type { Customer, PageContext } from "../../types/platform.ts";
import { defined } from "../lib/defined.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readProduct, type ReadOther } from "./readProduct.ts";
import { readStep } from "./readStep.ts";
import { readText } from "./readText.ts";

/** What the page's markup says the page is, but for its language. */
export function readContext(readOther?: ReadOther): Omit<PageContext, "locale"> {
  const product = readProduct(readOther);
  const told = readJsonScript("customer");
  return defined({
    ...product,
    step: readStep(!!product.view),
    currency: product.view?.price?.currency,
    customer: told && readCustomer(told),
  });
}

/** A fact of another kind than it should be meets no rule. */
function readCustomer({ loggedIn, group, country, firstVisit }: Readonly<Record<string, unknown>>): Customer {
  return { loggedIn, group, firstVisit, country: readText(country)?.toUpperCase() } as Customer;
}
