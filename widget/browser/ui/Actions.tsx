import { Button } from "./Button.tsx";
import { Link } from "./Link.tsx";
import { mainLink } from "./offerLink.ts";
import type { Labelled, PartProps } from "./PartProps.ts";
import { take } from "./take.ts";
import { fill } from "./texts/fill.ts";

/**
 * Accept and decline, side by side and of one size. The button that accepts stays the same element until the offer is declined, so that the focus
 * stays on it.
 */
export function Actions(part: PartProps) {
  const { view, props } = part;
  const { offer, state, canUndo } = view;
  const { texts } = props;
  const product = offer.product.title;
  const done = state === "done";
  const busy = state === "working";
  const href = mainLink(offer);
  const [text, name] = acceptText(part);
  return (
    <div class="acts">
      {href ? (
        <Link {...part} href={href} text={texts.open} name={fill(texts.openProduct, { product })} />
      ) : (
        <Button text={text} name={name} main={!done} off={busy || done} press={(event) => take(event, view, props)} />
      )}
      {!done ? (
        <Button
          key="no"
          text={texts.decline}
          name={fill(texts.declineProduct, { product })}
          off={busy}
          press={() => props.decline(offer)}
        />
      ) : (
        canUndo && <Button key="undo" text={texts.undo} name={`${texts.undo}: ${product}`} press={() => props.undo(offer)} />
      )}
    </div>
  );
}

/** What stands on the button that accepts, and its accessible name. */
function acceptText(part: PartProps): Labelled {
  const { offer, state } = part.view;
  const { texts, later } = part.props;
  const product = offer.product.title;
  if (state !== "ready" && later) return later.progressText(part);
  if (offer.kind !== "up-sell") return [texts.add, fill(texts.addProduct, { product })];
  // On its own page a variant is chosen; nothing is in the cart yet that could be swapped.
  return offer.placement === "product"
    ? [texts.choose, `${texts.choose}: ${product}`]
    : [texts.swap, fill(texts.swapProduct, { product, other: offer.forTitle })];
}
