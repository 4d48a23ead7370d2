import type { TargetedMouseEvent } from "preact";
import type { LayoutProps } from "../../../types/layout.ts";
import { guard } from "../../lib/guard.ts";
import { OfferRow } from "../../ui/OfferRow.tsx";
import type { ViewProps } from "../../ui/PartProps.ts";
import { Section } from "../../ui/Section.tsx";
import { createLayout, type OwnLayout } from "./createLayout.ts";
import { row } from "./strip.css.ts";
import { watchEnds } from "./watchEnds.ts";

const drawn = createLayout("strip", Strip, row);

/** One row of cards that the shopper scrolls; it never moves by itself. */
export const strip: OwnLayout = {
  ...drawn,
  mount(root: ShadowRoot, props: LayoutProps) {
    const { update, stop } = drawn.mount(root, props);
    const unwatch = watchEnds(root);
    return {
      update,
      stop() {
        unwatch();
        stop();
      },
    };
  },
};

/** Swiping and the arrow keys are the browser's own. */
function Strip(props: ViewProps) {
  const { texts, offers } = props;
  return (
    <Section props={props}>
      <div class="turns">
        <Turn text={texts.previous} pages={-1} />
        <Turn text={texts.next} pages={1} />
      </div>
      <ul>
        {offers.map((view) => (
          <OfferRow key={view.offer.id} view={view} props={props} />
        ))}
      </ul>
    </Section>
  );
}

/** Unlike the others it hears every press of many in a row. */
function Turn({ text, pages }: { readonly text: string; readonly pages: number }) {
  const turn = ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>) => {
    const list = currentTarget.closest("section")?.querySelector("ul");
    const forwards = list && getComputedStyle(list).direction === "rtl" ? -1 : 1;
    list?.scrollBy({ left: forwards * pages * list.clientWidth * VISIBLE });
  };
  return <button type="button" class="button turn" aria-label={text} onClick={guard(turn)} />;
}

/** How much of what is in view goes by at a press: what is cut off comes whole. */
const VISIBLE = 0.8;
