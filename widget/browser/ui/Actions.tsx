import { Button } from "./Button.tsx";
import { Link } from "./Link.tsx";
import { mainLink } from "./offerLink.ts";
import type { Labelled, PartProps, Progress } from "./PartProps.ts";
import { take } from "./take.ts";
import { fill } from "./texts/fill.ts";

/**
 * Accept and decline, side by side and of one size. The button that accepts stays the same element until the offer is declined, so that the focus
 * stays on it.
 */
export function Actions(part: PartProps) {
  const { view, props } = part;
  const { offer } = view;
  const { texts } = props;
  const product = offer.product.title;
  const { label = acceptText(part), busy = false, done, undo }: Partial<Progress> = props.later?.progress(part) ?? {};
  const [text, name] = label;
  const href = mainLink(offer);
  return (
    <div class="actions">
      {href ? (
        <Link {...part} href={href} text={texts.open} name={`${texts.open}: ${product}`} />
      ) : (
        <Button text={text} name={name} as={done ? "done" : "accept"} off={busy || !!done} press={(event) => take(event, view, props)} />
      )}
      {done ? (
        undo
      ) : (
        <Button
          key="no"
          text={texts.decline}
          name={`${texts.decline}: ${product}`}
          as="decline"
          off={busy}
          press={() => props.decline(offer)}
        />
      )}
    </div>
  );
}

/** What stands on the button that accepts, and its accessible name. */
function acceptText({ view: { offer }, props: { texts } }: PartProps): Labelled {
  const product = offer.product.title;
  if (offer.kind !== "up-sell") return [texts.add, fill(texts, "addProduct", { product })];
  // On its own page a variant is chosen; nothing is in the cart yet that could be swapped.
  return offer.placement === "product"
    ? [texts.choose, `${texts.choose}: ${product}`]
    : [texts.swap, fill(texts, "swapProduct", { product, other: offer.forTitle })];
}
