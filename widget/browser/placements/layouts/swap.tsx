import { guard } from "../../lib/guard.ts";
import { Actions } from "../../ui/Actions.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Link } from "../../ui/Link.tsx";
import { offerLink } from "../../ui/offerLink.ts";
import type { PartProps, ViewProps } from "../../ui/PartProps.ts";
import { Picture } from "../../ui/Picture.tsx";
import { plusText } from "../../ui/plusText.ts";
import { reasonText } from "../../ui/reasonText.ts";
import { Row } from "../../ui/Row.tsx";
import { fill } from "../../ui/texts/fill.ts";
import { createLayout } from "./createLayout.ts";
import { compare } from "./swap.css.ts";

/** What would be better instead, beside the line it replaces: every difference, the worse ones too. */
export const swap = createLayout("swap", Swaps, compare);

function Swaps(props: ViewProps) {
  const { offers, texts } = props;
  const other = offers[0]?.offer.forTitle;
  return (
    <>
      {offers.length > 0 && (
        <section aria-label={props.title ?? (other ? fill(texts, "insteadOf", { product: other }) : texts.instead)}>
          <ul>
            {offers.map((view) => (
              <Swap key={view.offer.id} view={view} props={props} />
            ))}
          </ul>
        </section>
      )}
      {props.later?.Misfits(props)}
    </>
  );
}

/** One low row, because a cart line has little room: what it is and costs more, then what differs. */
function Swap(part: PartProps) {
  const { view, props } = part;
  const { offer } = view;
  const { product, price, forTitle } = offer;
  const href = offerLink(offer);
  const instead = forTitle ? `${fill(props.texts, "insteadOf", { product: forTitle })}: ` : "";
  const text = instead + reasonText(offer, props, true);
  // From two differences on a table says them better than a line.
  const isTold = offer.because.some((reason) => reason.kind === "better" && reason.differences[1]);
  return (
    <Row {...part}>
      <div class="card row">
        <Picture src={product.image} />
        <div class="text">
          <p class="title">{href ? <Link {...part} href={href} text={product.title} /> : <bdi>{product.title}</bdi>}</p>
          <Facts product={product} price={price} plus={plusText(offer, props)} props={props} />
          {isTold ? <Differences {...part} text={text} /> : (props.later?.Reason(part, text) ?? <p class="reason">{text}</p>)}
        </div>
        {props.rare?.VariantChoice(part)}
        <Actions {...part} />
      </div>
    </Row>
  );
}

/** All of them in a line, and what opens them as a table. */
function Differences({ text, ...part }: PartProps & { readonly text: string }) {
  const { view, props } = part;
  const { offer } = view;
  const { texts, local, later, change } = props;
  const panel = later?.Panel(part);
  const isOpen = !!panel && local["topic"] === "compare";
  const toggle = (event: MouseEvent) => {
    if (event.detail < 2) change({ open: isOpen ? undefined : offer.id, topic: "compare" });
  };
  return (
    <>
      <p class="reason">
        {later?.failureText(view, props) || text}{" "}
        <button
          type="button"
          class="why"
          aria-expanded={isOpen}
          aria-label={`${texts.compare}: ${offer.product.title}`}
          onClick={guard(toggle)}
        >
          {texts.compare}
        </button>
      </p>
      {panel}
    </>
  );
}
