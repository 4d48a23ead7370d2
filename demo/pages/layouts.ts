import { formatMoney } from "../../widget/browser/lib/money.ts";
import { layouts } from "../../widget/browser/placements/layouts/index.ts";
import { dressHost } from "../../widget/browser/ui/dressHost.ts";
import { en } from "../../widget/browser/ui/texts/en.ts";
import type { LayoutProps, MisfitView, OfferState, OfferView } from "../../widget/types/layout.ts";
import type { Offer } from "../../widget/types/offer.ts";
import { aLine, anOffer, aProduct, euro } from "../../test/support/builders.ts";

interface Scene {
  readonly name: string;
  readonly layout: string;
  readonly offers?: readonly OfferView[];
  readonly misfits?: readonly MisfitView[];
  readonly narrow?: boolean;
}

const address = new URLSearchParams(location.search);
document.body.classList.toggle("dark", address.has("dark"));
document.documentElement.dir = address.get("dir") ?? "ltr";

const phone = {
  kind: "better" as const,
  differences: [
    { attribute: "screen", from: "6.1 in", to: "6.7 in", better: true },
    { attribute: "memory", from: "128 GB", to: "256 GB", better: true },
    { attribute: "battery", from: "19 h", to: "24 h", better: true },
    { attribute: "weight", from: "174 g", to: "203 g", better: false },
  ],
};
const clearCase = anOffer({
  id: "case",
  product: aProduct({ id: "case", image: "picture.svg" }),
  because: [
    { kind: "fits", attribute: "model", value: "Aster 9" },
    { kind: "together", share: 0.25 },
  ],
});
const glass = anOffer({
  id: "glass",
  price: euro(24.5),
  product: aProduct({ id: "glass", title: "Screen glass, two sheets with fitting frame", image: "picture.svg" }),
  because: [{ kind: "rating", value: 4.6, count: 213 }],
});
const charger = anOffer({
  id: "charger",
  price: euro(39),
  because: [{ kind: "rule", text: "The phone comes without one" }],
  product: aProduct({
    id: "charger",
    title: "Charger",
    image: "picture.svg",
    variants: [
      { id: "w", options: { Colour: "White" } },
      { id: "b", options: { Colour: "Black" }, price: euro(42) },
      { id: "s", options: { Colour: "Sand" }, available: false },
    ],
  }),
});
const warranty = anOffer({
  id: "warranty",
  price: euro(59),
  because: [{ kind: "catalogue" }],
  product: aProduct({ id: "warranty", kind: "service", title: "Two more years of warranty", url: "/p/warranty" }),
});
const insurance = anOffer({
  id: "insurance",
  price: euro(8),
  because: [],
  product: aProduct({
    id: "insurance",
    kind: "partner",
    by: "Kestrel Insurance",
    title: "Breakage insurance",
    url: "https://example.com/",
  }),
});
const plus = anOffer({
  id: "plus",
  kind: "up-sell",
  price: euro(539),
  priceDifference: euro(40),
  because: [phone],
  product: aProduct({ id: "plus", title: "Aster 9 Plus", image: "picture.svg" }),
});
const priceless = anOffer({ id: "priceless", product: aProduct({ id: "oil", title: "Care oil, 50 ml" }), because: [{ kind: "popular" }] });
const { price: _, ...unpriced } = priceless;

const view = (offer: Offer, state: OfferState = "ready", more: Partial<OfferView> = {}): OfferView => ({ offer, state, ...more });
const misfit = (state: OfferState = "ready"): MisfitView => ({
  misfit: {
    line: aLine({ key: "m", title: "Clear case for Aster 9" }),
    why: "unfit",
    forTitle: "Aster 9 Plus",
    replacement: { product: aProduct({ title: "Clear case for Aster 9 Plus" }) },
  },
  state,
  canRemove: true,
});
const orphan: MisfitView = {
  misfit: { line: aLine({ key: "o", title: "Two more years of warranty" }), why: "orphaned" },
  state: "ready",
  canRemove: true,
};
const states: readonly OfferView[] = [
  view({ ...clearCase, id: "s1" }, "working"),
  view({ ...clearCase, id: "s2" }, "done", { canUndo: true }),
  view({ ...clearCase, id: "s3" }, "done"),
  view({ ...glass, id: "s4" }, "failed", { reason: "sold-out" }),
  view({ ...glass, id: "s5" }, "failed", { reason: "refused", message: "You can only have 2 of these in your basket." }),
  view({ ...glass, id: "s6" }, "declined"),
  view({ ...glass, id: "s7" }, "thanked"),
];
const long =
  "A very long name of a thing that a shop sells, with its Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz and all";

const scenes: readonly Scene[] = [
  {
    name: "list, four",
    layout: "list",
    offers: [clearCase, glass, charger, { ...clearCase, id: "x", product: aProduct({ title: long }) }].map((offer) => view(offer)),
  },
  { name: "list, one", layout: "list", offers: [view(clearCase)] },
  {
    name: "list, no pictures; service, partner, no price",
    layout: "list",
    offers: [warranty, insurance, unpriced as Offer].map((offer) => view(offer)),
  },
  { name: "list, narrow", layout: "list", narrow: true, offers: [view(charger), view(warranty)] },
  {
    name: "list on the product page, up-sells",
    layout: "list",
    offers: [
      view({ ...plus, placement: "product", for: { product: "aster" } }),
      view({
        ...plus,
        id: "v",
        placement: "product",
        for: { product: "plus" },
        product: aProduct({ id: "plus", title: "Aster 9, 256 GB" }),
      }),
    ],
  },
  { name: "list, every state", layout: "list", offers: states },
  { name: "list with misfits", layout: "list", offers: [view(clearCase)], misfits: [misfit(), orphan, misfit("done")] },
  { name: "swap", layout: "swap", offers: [view(plus)] },
  { name: "swap, narrow", layout: "swap", narrow: true, offers: [view(plus)] },
  { name: "swap, done, with a misfit", layout: "swap", offers: [view(plus, "done", { canUndo: true })], misfits: [misfit()] },
  { name: "swap, declined", layout: "swap", offers: [view(plus, "declined")] },
  ...(["ready", "working", "done", "failed", "declined"] as const).map((state) => ({
    name: `bump, ${state}`,
    layout: "bump",
    offers: [view({ ...glass, placement: "checkout" }, state, { canUndo: true })],
  })),
  { name: "bump, narrow, with a choice", layout: "bump", narrow: true, offers: [view({ ...charger, placement: "checkout" })] },
];

const log =
  (name: string) =>
  (...about: readonly unknown[]) =>
    console.info(name, ...about);
const props = (scene: Scene): LayoutProps => ({
  placement: scene.offers?.[0]?.offer.placement ?? "cart",
  offers: scene.offers ?? [],
  misfits: scene.misfits ?? [],
  texts: en,
  locale: "en",
  headingLevel: 3,
  money: (sum) => formatMoney(sum, "en"),
  accept: log("accept"),
  decline: log("decline"),
  rate: log("rate"),
  undo: log("undo"),
  open: log("open"),
  exchange: log("exchange"),
  remove: log("remove"),
  keep: log("keep"),
});

for (const scene of scenes) {
  const heading = document.createElement("h2");
  heading.textContent = scene.name;
  const place = document.createElement("div");
  place.classList.toggle("narrow", !!scene.narrow);
  const host = place.appendChild(document.createElement("goes-with-offers"));
  document.querySelector("#scenes")?.append(heading, place);
  const root = host.attachShadow({ mode: "open" });
  dressHost(host, root, { scheme: "auto" });
  const layout = await layouts.get(scene.layout)?.();
  layout?.mount(root, props(scene));
}
