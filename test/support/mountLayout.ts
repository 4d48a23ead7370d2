import { fireEvent, within } from "@testing-library/preact";
import { afterEach, vi } from "vitest";
import { formatMoney } from "../../widget/browser/lib/money.ts";
import { layouts } from "../../widget/browser/placements/layouts/index.ts";
import { en } from "../../widget/browser/ui/texts/en.ts";
import type { LayoutProps, MisfitView, OfferState, OfferView, ViewItem } from "../../widget/types/layout.ts";
import type { Offer } from "../../widget/types/offer.ts";
import { aLine, anOffer, aProduct, euro } from "./builders.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.body.replaceChildren();
});

/** An offer in a state. */
export const view = (over: Partial<Offer> = {}, state: OfferState = "ready", more: Partial<OfferView> = {}): OfferView => ({
  offer: anOffer(over),
  state,
  ...more,
});
export const upSell: Partial<Offer> = {
  id: "cart.up-sell.phone.plus",
  kind: "up-sell",
  product: aProduct({ id: "plus", title: "Aster 9 Plus" }),
  price: euro(539),
  priceDifference: euro(40),
  because: [
    {
      kind: "better",
      differences: [
        { attribute: "screen", from: "6.1 in", to: "6.7 in", better: true },
        { attribute: "weight", from: "174 g", to: "203 g", better: false },
      ],
    },
  ],
};
export const aMisfit = (over: Partial<MisfitView> = {}): MisfitView => ({
  misfit: {
    line: aLine({ key: "m", title: "Clear case" }),
    why: "unfit",
    forTitle: "Aster 9 Plus",
    replacement: { product: aProduct({ title: "Plus case" }) },
  },
  state: "ready",
  canRemove: true,
  ...over,
});

/** The product in view, to be sold together with offers. */
export const aViewItem = (over: Partial<ViewItem> = {}): ViewItem => ({
  product: aProduct({ id: "phone", title: "Aster 9" }),
  price: euro(499),
  state: "ready",
  inCart: false,
  ...over,
});

/** Props of one ready offer, and the calls made by its controls. */
export function layoutProps(over: Partial<LayoutProps> = {}) {
  const calls = {
    accept: vi.fn<LayoutProps["accept"]>(),
    acceptAll: vi.fn<LayoutProps["acceptAll"]>(),
    decline: vi.fn(),
    rate: vi.fn(),
    undo: vi.fn(),
    open: vi.fn(),
    exchange: vi.fn(),
    remove: vi.fn(),
    keep: vi.fn(),
  };
  const props: LayoutProps = {
    placement: "cart",
    offers: [view()],
    misfits: [],
    texts: en,
    locale: "en",
    headingLevel: 3,
    money: (sum) => formatMoney(sum, "en"),
    ...calls,
    ...over,
  };
  return { props, calls };
}

/** A mounted layout with all its parts, so that every update is drawn at once. */
export async function mountLayout(name: string, over: Partial<LayoutProps> = {}) {
  const host = document.body.appendChild(document.createElement("goes-with-offers"));
  const root = host.attachShadow({ mode: "open" });
  // No link leads anywhere in a test.
  host.addEventListener("click", (event) => {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) event.preventDefault();
  });
  const layout = await layouts.get(name)!();
  await layout.complete();
  const { props, calls } = layoutProps(over);
  const handle = layout.mount(root, props);
  stops.push(handle.stop);
  const queries = within(root as unknown as HTMLElement);
  const rows = () => [...root.querySelectorAll("[data-offer]")];
  const rowOf = (id: string) => root.querySelector<HTMLElement>(`[data-offer="${CSS.escape(id)}"]`)!;
  const update = (next: Partial<LayoutProps>) => handle.update({ ...props, ...next });
  return { root, layout, handle, queries, rows, rowOf, update, calls };
}

/** The control that accepts a row's offer. */
export const accepterOf = (row: Element) =>
  (row.querySelector<HTMLElement>("input[type=checkbox]") ?? row.querySelector<HTMLElement>(".actions > .button"))!;

/** Accepts a row's offer; in a bundle a tick says what is wanted, and one button buys it. */
export function acceptRow(row: Element): void {
  fireEvent.click(accepterOf(row));
  const buy = row.closest("section")?.querySelector(".sum .button");
  if (buy) fireEvent.click(buy);
}

/** The offers that were accepted, each with its variant, one by one or together. */
export const acceptedBy = ({
  accept,
  acceptAll,
}: ReturnType<typeof layoutProps>["calls"]): readonly (readonly [string, string | undefined])[] => [
  ...accept.mock.calls.map(([offer, variant]) => [offer.id, variant] as const),
  ...acceptAll.mock.calls.flatMap(([chosen]) => chosen.map(({ offer, variant }) => [offer.id, variant] as const)),
];
