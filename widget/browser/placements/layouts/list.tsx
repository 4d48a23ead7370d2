import { OfferRow } from "../../ui/OfferRow.tsx";
import { createLayout } from "./createLayout.ts";

/** A heading and one card for each offer. */
export const list = createLayout("list", (props) => {
  const { offers, texts, placement } = props;
  const Heading = `h${props.headingLevel}` as "h2";
  const cart = placement === "cart" || placement === "drawer";
  const title = offers[0]?.offer.kind === "up-sell" ? texts.instead : cart ? texts.goesWithCart : texts.goesWith;
  return (
    <>
      {props.later?.Misfits(props)}
      {offers.length > 0 && (
        <section aria-labelledby="h">
          <Heading id="h" tabIndex={-1}>
            {props.title ?? title}
          </Heading>
          <ul>
            {offers.map((view) => (
              <OfferRow key={view.offer.id} view={view} props={props} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
});
