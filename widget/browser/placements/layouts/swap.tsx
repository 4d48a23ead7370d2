import { Misfits } from "../../ui/Misfits.tsx";
import { OfferRow } from "../../ui/OfferRow.tsx";
import { Status } from "../../ui/Status.tsx";
import { fill } from "../../ui/texts/fill.ts";
import { mountPreact } from "./mountPreact.tsx";

/** What would be better instead, beside the line it replaces: every difference, the worse ones too. */
export const swap = mountPreact("swap", (props) => {
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
      <Misfits {...props} />
      <Status text={props.status} />
    </>
  );
});
