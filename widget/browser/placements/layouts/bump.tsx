import type { TargetedMouseEvent } from "preact";
import { guard } from "../../lib/guard.ts";
import { Button } from "../../ui/Button.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { mainLink } from "../../ui/offerLink.ts";
import { OfferRow } from "../../ui/OfferRow.tsx";
import type { PartProps } from "../../ui/PartProps.ts";
import { Picture } from "../../ui/Picture.tsx";
import { reasonText } from "../../ui/reasonText.ts";
import { Row } from "../../ui/Row.tsx";
import { take } from "../../ui/take.ts";
import { fill } from "../../ui/texts/fill.ts";
import { box } from "./bump.css.ts";
import { createLayout } from "./createLayout.ts";

/** One unticked box at checkout. Ticking it accepts, taking the tick away undoes. What can only be looked at is a row of the list. */
export const bump = createLayout(
  "bump",
  (props) => (
    <>
      {props.later?.Misfits(props)}
      {props.offers.length > 0 && (
        <section aria-label={props.title ?? props.texts.goesWith}>
          <ul>
            {props.offers.map((view) => {
              const Offered = mainLink(view.offer) ? OfferRow : Bump;
              return <Offered key={view.offer.id} view={view} props={props} />;
            })}
          </ul>
        </section>
      )}
    </>
  ),
  box,
);

/** Nothing that can be pressed stands between accept and decline, so what is told comes after. */
function Bump(part: PartProps) {
  const { view, props } = part;
  const { offer, state } = view;
  const { texts, later, rare, money } = props;
  const { product, price } = offer;
  const { title } = product;
  const reason = reasonText(offer, props);
  const beside = price && rare?.besidePrice(product, props);
  return (
    <Row {...part}>
      <div class="card row">
        <Picture src={product.image} />
        <div class="text">
          {rare?.VariantChoice(part)}
          <label class="tick">
            <Tick {...part} />
            <span>
              {fill(texts, "addProduct", { product: title }) + (price ? ` – ${money(price)}` : "")}
              {beside && <i class="facts">{` ${beside}`}</i>}
            </span>
          </label>
        </div>
        {state !== "done" && (
          <div class="actions">
            <Button
              text={texts.decline}
              name={`${texts.decline}: ${title}`}
              as="decline"
              off={state === "working"}
              press={() => props.decline(offer)}
            />
          </div>
        )}
        <div class="told">
          <Facts product={product} price={undefined} props={props} />
          {later?.Reason(part, reason) ?? <p class="reason">{reason}</p>}
        </div>
      </div>
    </Row>
  );
}

function Tick({ view, props }: PartProps) {
  const { offer, state, canUndo } = view;
  const done = state === "done";
  const busy = state === "working";
  const off = busy || (done && !canUndo);
  const onClick = (event: TargetedMouseEvent<HTMLInputElement>) => {
    if (off) event.preventDefault();
    else if (done) props.undo(offer);
    else take(event, view, props);
  };
  // While the shop is asked, the box stays as the shopper left it.
  return <input type="checkbox" checked={busy ? undefined : done} aria-disabled={off} onClick={guard(onClick)} />;
}
