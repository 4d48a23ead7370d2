import { mainLink } from "./offerLink.ts";
import type { PartProps } from "./PartProps.ts";
import { capitalise } from "./texts/capitalise.ts";

/** A native list of the product's variants, while none is set and it can be added here. The browser keeps what is chosen. */
export function VariantChoice({ view: { offer, state }, props: { texts, money } }: PartProps) {
  const variants = offer.product.variants ?? [];
  if (!variants[0] || offer.variant || state === "done" || mainLink(offer)) return null;
  return (
    <label>
      {capitalise(Object.keys(variants[0].options).join(" / "))}
      <select required>
        {variants[1] && <option value="">{texts.choose}</option>}
        {variants.map(({ id, options, price, available = true }) => {
          const note = !available ? texts.soldOut : price && price.minor !== offer.price?.minor && money(price);
          return (
            <option key={id} value={id} disabled={!available}>
              {Object.values(options).join(" / ") + (note ? ` – ${note}` : "")}
            </option>
          );
        })}
      </select>
    </label>
  );
}
