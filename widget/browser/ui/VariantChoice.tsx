import { mainLink } from "./offerLink.ts";
import type { PartProps } from "./PartProps.ts";
import { capitalise } from "./texts/capitalise.ts";

/** A native list of the variants of the offer's product, while none is set and it can be added here. The browser keeps what is chosen. */
export function VariantChoice(part: PartProps) {
  const {
    view: { offer, state },
    props: { texts, money, later },
  } = part;
  const { variants = [] } = offer.product;
  if (!variants[0] || offer.variant || state === "done" || mainLink(offer)) return null;
  return (
    <label>
      {capitalise(Object.keys(variants[0].options).join(" / "))}
      <select required onMouseDown={later?.chooser(part)}>
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
