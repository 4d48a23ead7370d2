import type { ComponentChildren } from "preact";
import type { ViewProps } from "./PartProps.ts";

interface SectionProps {
  readonly props: ViewProps;
  readonly children: ComponentChildren;
}

/** What lost its place, then a heading and what is offered under it; no heading where nothing is. */
export function Section({ props, children }: SectionProps) {
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
          {children}
        </section>
      )}
    </>
  );
}
