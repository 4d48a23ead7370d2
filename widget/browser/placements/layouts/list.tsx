import { OfferRow } from "../../ui/OfferRow.tsx";
import type { ViewProps } from "../../ui/PartProps.ts";
import { Section } from "../../ui/Section.tsx";
import { createLayout } from "./createLayout.ts";

/** A heading and one card for each offer. */
export const list = createLayout("list", ListView);

export function ListView(props: ViewProps) {
  return (
    <Section props={props}>
      <ul>
        {props.offers.map((view) => (
          <OfferRow key={view.offer.id} view={view} props={props} />
        ))}
      </ul>
    </Section>
  );
}
