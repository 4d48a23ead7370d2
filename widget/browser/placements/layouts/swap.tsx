import { OfferRow } from "../../ui/OfferRow.tsx";
import { fill } from "../../ui/texts/fill.ts";
import { createLayout } from "./createLayout.ts";

/** What would be better instead, beside the line it replaces: every difference, the worse ones too. */
export const swap = createLayout("swap", (props) => {
  const { offers, texts } = props;
  const other = offers[0]?.offer.forTitle;
  return (
    <>
      {offers.length > 0 && (
        <section aria-label={props.title ?? (other ? fill(texts.insteadOf, { product: other }) : texts.instead)}>
          <ul>
            {offers.map((view) => (
              <OfferRow key={view.offer.id} view={view} props={props} full />
            ))}
          </ul>
        </section>
      )}
      {props.later?.Misfits(props)}
    </>
  );
});
