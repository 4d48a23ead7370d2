import type { LayoutProps, OfferView } from "../../../types/layout.ts";
import type { Offer } from "../../../types/offer.ts";
import { guard } from "../../lib/guard.ts";
import { Button } from "../../ui/Button.tsx";
import { mainLink } from "../../ui/offerLink.ts";
import { OfferRow } from "../../ui/OfferRow.tsx";
import type { ViewProps } from "../../ui/PartProps.ts";
import { Section } from "../../ui/Section.tsx";
import { fill } from "../../ui/texts/fill.ts";
import { fillForms } from "../../ui/texts/fillForms.ts";
import { Choice } from "./bundle/Choice.tsx";
import type * as pressedPart from "./bundle/pressed.ts";
import type { Tally } from "./bundle/Tally.ts";
import { set } from "./bundle.css.ts";
import { createLayout, type OwnLayout } from "./createLayout.ts";
import { ListView } from "./list.tsx";

type Pressed = typeof pressedPart;

/** How many add-ons stand beside the product. */
const ADD_ONS = 2;

/** There from the first press on, and before anything is drawn anew. */
let pressed: Pressed | undefined;

const load = async () => {
  pressed = await import("./bundle/pressed.ts");
  return pressed;
};
const answer = (run: (part: Pressed) => void): unknown => (pressed ? run(pressed) : load().then(run));
const drawn = createLayout("bundle", Bundle, set);

/** The product in view and what goes with it, bought with one press. Without a product to be sold here it is a list. */
export const bundle: OwnLayout = {
  ...drawn,
  complete: () => (pressed ? drawn.complete() : Promise.all([drawn.complete(), load()])),
};

function Bundle(props: ViewProps) {
  const { texts } = props;
  const addOns = props.offers.filter(({ offer }) => offer.price && !mainLink(offer)).slice(0, ADD_ONS);
  const own = addOns[0] && ownItem(props, addOns[0]);
  if (!own) return <ListView {...props} />;
  const items = [own, ...addOns];
  const isBusy = items.some(({ state }) => state === "working");
  // As long as nothing is ticked it is the product alone.
  const { count, total }: Tally =
    pressed?.tally(items, props) ?? (own.state === "done" ? { count: 0 } : { count: 1, total: own.offer.price! });
  const said = (own.state !== "failed" && props.later?.progress({ view: own, props })?.label[0]) || "";
  const text = isBusy ? texts.working : count ? fillForms(texts, "addAll", { count }) : `${texts.added} ✓`;
  return (
    <Section props={props}>
      <ul class="set" onChange={guard(({ currentTarget }) => answer(({ follow }) => follow(currentTarget, items, props)))}>
        {items.map((view) => (
          <OfferRow key={view.offer.id} view={view} props={props}>
            {view === own ? said && <p class="reason">{said}</p> : <Choice view={view} props={props} isBusy={isBusy} />}
          </OfferRow>
        ))}
      </ul>
      <div class="sum">
        <p class="total" aria-live="polite">
          {total && fill(texts, "total", { price: props.money(total) })}
        </p>
        <Button
          text={text}
          name={text}
          as="accept"
          off={isBusy || !count}
          press={({ currentTarget }) => answer(({ buy }) => buy(currentTarget, items, props))}
        />
      </div>
    </Section>
  );
}

/** The product in view, told like an offer; without an address, as it is here. */
function ownItem({ view }: LayoutProps, { offer }: OfferView): OfferView | undefined {
  if (!view?.price) return undefined;
  const { product, price, variant, inCart, state } = view;
  const own = { ...offer, id: "", product: { ...product, url: "" }, price, variant, quantity: 1, because: [] } as Offer;
  return { ...view, state: inCart ? "done" : state, offer: own };
}
