import { guard } from "../lib/guard.ts";
import type { PartProps } from "./PartProps.ts";

interface LinkProps extends PartProps {
  readonly href: string;
  readonly text: string;
  /** Accessible name, of a link that looks like a button. */
  readonly name?: string;
}

/** A link to the offer's product; never prevents the navigation. A partner's page opens beside the shop, which stays as it is. */
export function Link({ view: { offer }, props, href, text, name }: LinkProps) {
  return (
    <a
      href={href}
      target={offer.product.kind === "partner" ? "_blank" : undefined}
      rel="noopener"
      class={name && "button accept"}
      aria-label={name}
      onClick={guard(() => props.open(offer))}
    >
      <bdi>{text}</bdi>
    </a>
  );
}
