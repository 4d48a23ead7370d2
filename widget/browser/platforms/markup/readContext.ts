import type { PageContext } from "../../../types/platform.ts";
import { defined } from "../../lib/defined.ts";
import { findMarked } from "./findMarked.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readMarked } from "./readMarked.ts";
import type { PageMarkup } from "./readPageMarkup.ts";
import { readStep } from "./readStep.ts";

/**
 * What the page's markup says the page is, but for its language. `data-goeswith-product` names the product by itself: what else is known of
 * it stands in the catalogue. Where nothing names just one, `other` makes it out.
 */
export function readContext(other?: PageMarkup): Omit<PageContext, "locale"> {
  const marked = findMarked();
  const { view, variant } = marked ? readMarked(marked) : (other?.product() ?? {});
  return defined({
    step: readStep(other, !!view),
    view,
    variant,
    currency: view?.price?.currency,
    // A fact of another kind than it should be meets no rule.
    customer: readJsonScript("customer"),
  });
}
