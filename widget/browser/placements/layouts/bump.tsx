import type { TargetedMouseEvent } from "preact";
import { guard } from "../../lib/guard.ts";
import { Button } from "../../ui/Button.tsx";
import type { PartProps } from "../../ui/PartProps.ts";
import { Picture } from "../../ui/Picture.tsx";
import { reasonText } from "../../ui/reasonText.ts";
import { Row } from "../../ui/Row.tsx";
import { take } from "../../ui/take.ts";
import { fill } from "../../ui/texts/fill.ts";
import { VariantChoice } from "../../ui/VariantChoice.tsx";
import { box } from "./bump.css.ts";
import { createLayout } from "./createLayout.ts";

/** One unticked box at checkout. Ticking it accepts, taking the tick away undoes. */
export const bump = createLayout(
  "bump",
  (props) => (
    <>
      {props.later?.Misfits(props)}
      {props.offers.length > 0 && (
        <section aria-label={props.title ?? props.texts.goesWith}>
          <ul>
            {props.offers.map((view) => (
              <Bump key={view.offer.id} view={view} props={props} />
            ))}
          </ul>
        </section>
      )}
    </>
  ),
  box,
);

function Bump(part: PartProps) {
  const { view, props } = part;
  const { offer, state } = view;
  const { texts } = props;
  const product = offer.product.title;
  return (
    <Row {...part}>
      <div class="card side">
        <Picture src={offer.product.image} />
        <p class="why">{props.later?.failureText(view, props) || reasonText(offer, props)}</p>
        <VariantChoice {...part} />
        <div class="acts">
          <label class="b tick">
            <Tick {...part} />
            <span>{fill(texts.tick, { product }) + (offer.price ? ` – ${props.money(offer.price)}` : "")}</span>
          </label>
          {state !== "done" && (
            <Button
              text={texts.decline}
              name={fill(texts.declineProduct, { product })}
              off={state === "working"}
              press={() => props.decline(offer)}
            />
          )}
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
