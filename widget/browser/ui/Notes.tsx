import { safeUrl } from "../lib/url.ts";
import { besidePrice } from "./besidePrice.ts";
import type { FactsProps } from "./PartProps.ts";
import { fill } from "./texts/fill.ts";

/** What must stand beside the price where there is one, the terms, and whether somebody pays for the place. */
export function Notes({ product, price, props }: FactsProps) {
  const { by, kind, terms, title } = product;
  const { texts } = props;
  const href = safeUrl(terms);
  return (
    <>
      <i class="facts">
        {" "}
        <bdi>{price && besidePrice(product, props)}</bdi>{" "}
        {href && (
          <a href={href} target="_blank" rel="noopener" aria-label={`${texts.terms}: ${title}`}>
            {texts.terms}
          </a>
        )}
      </i>
      {kind === "partner" && <span class="partner">{fill(texts, "partner", { name: by }).replace(/[\s:]+$/, "")}</span>}
    </>
  );
}
