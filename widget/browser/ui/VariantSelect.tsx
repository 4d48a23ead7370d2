import type { LayoutProps } from "../../types/layout.ts";
import type { Money } from "../../types/money.ts";
import type { Product } from "../../types/product.ts";
import type { LaterParts } from "./PartProps.ts";
import { capitalise } from "./texts/capitalise.ts";

interface VariantSelectProps {
  readonly product: Product;
  readonly price: Money | undefined;
  readonly props: LayoutProps;
  /** Hears the press on the list. */
  readonly press?: ReturnType<LaterParts["chooser"]> | undefined;
}

/** A native list of the product's variants, where it has any. The browser keeps what is chosen. */
export function VariantSelect({ product: { variants = [] }, price: usual, props: { texts, money }, press }: VariantSelectProps) {
  if (!variants[0]) return null;
  return (
    <label>
      {capitalise(Object.keys(variants[0].options).join(" / "))}
      <select required onMouseDown={press}>
        {variants[1] && <option value="">{texts.choose}</option>}
        {variants.map(({ id, options, price, available = true }) => {
          const note = !available ? texts.soldOut : price && price.minor !== usual?.minor && money(price);
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
