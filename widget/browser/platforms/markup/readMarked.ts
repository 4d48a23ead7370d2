import type { PageContext } from "../../../types/platform.ts";
import type { Product } from "../../../types/product.ts";

/** The product in view and its variant, as `data-goeswith-…` on the element, or in it, says. `told`: what else the page tells of it. */
export function readMarked(
  marked: HTMLElement,
  told: Partial<Product> = {},
): Pick<PageContext, "view"> & { readonly variant?: string | undefined } {
  const id = marked.dataset.goeswithProduct || told.id;
  if (!id) return {};
  const inside = marked.querySelector<HTMLElement>("[data-goeswith-variant]");
  return {
    view: { title: document.querySelector("h1")?.textContent.trim() ?? "", ...told, id },
    variant: marked.dataset.goeswithVariant || inside?.dataset.goeswithVariant || undefined,
  };
}
