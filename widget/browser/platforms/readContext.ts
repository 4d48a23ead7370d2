import type { Customer, PageContext } from "../../types/platform.ts";
import { defined } from "../lib/defined.ts";
import { findMarked } from "./findMarked.ts";
import type { Guess } from "./guessProduct.ts";
import { readJsonScript } from "./readJsonScript.ts";
import type { PageMarkup } from "./readPageMarkup.ts";
import { readStep } from "./readStep.ts";

/**
 * What the page's markup says the page is, but for its language. `data-goeswith-product` names the product by itself, with its chosen
 * variant; what else is known of it stands in the catalogue. Where it does not, `other` makes the product out.
 */
export function readContext(other?: PageMarkup): Omit<PageContext, "locale"> {
  const only = findMarked();
  const { marked, ...told }: Guess = only ? { marked: only } : (other?.product() ?? {});
  const id = marked?.dataset.goeswithProduct || told.id;
  const title = document.querySelector("h1")?.textContent.trim() ?? "";
  return defined({
    step: readStep(other, !!id),
    view: id ? { title, ...told, id } : undefined,
    variant: id && chosenOn(marked ?? document.documentElement),
    currency: told.price?.currency,
    // A fact of another kind than it should be meets no rule.
    customer: readJsonScript("customer") as Customer | undefined,
  });
}

function chosenOn(marked: HTMLElement): string | undefined {
  const mark = "data-goeswith-variant";
  return marked.getAttribute(mark) || marked.querySelector(`[${mark}]`)?.getAttribute(mark) || undefined;
}
