import { everyState, misfits, type Scene, view } from "./scene.ts";
import { charger, clearCase, euro, glass, insurance, long, oil, phone, plain, plus, priceless, warranty } from "./things.ts";

const many = [clearCase, glass, charger, oil].map((offer) => view(offer));
const odd = [long, priceless, plain, warranty, insurance].map((offer) => view(offer));
const inView = { product: phone, state: "ready", price: euro(499), inCart: false } as const;
const onPage = { placement: "product", view: inView } as const;
const here = { product: "phone" };

const listScenes: readonly Scene[] = [
  { name: "many", layout: "list", offers: many },
  { name: "one", layout: "list", offers: [view(clearCase)] },
  { name: "long title, no price, no picture, service, partner", layout: "list", offers: odd },
  { name: "narrow", layout: "list", narrow: true, offers: [view(charger), view(warranty)] },
  { name: "a price with its tax, the shop's own title", layout: "list", offers: [view(oil)], title: "Made for it", tax: "incl. VAT" },
  { name: "nothing", layout: "list" },
  { name: "every state", layout: "list", offers: everyState(clearCase) },
  { name: "every state, narrow", layout: "list", narrow: true, offers: everyState(glass) },
  {
    name: "alternatives on the product page",
    layout: "list",
    placement: "product",
    offers: [
      view({ ...plus, placement: "product", for: here }),
      view({ ...plus, id: "small", placement: "product", for: here, product: { ...phone, id: "phone-256", title: "Aster 9, 256 GB" } }),
    ],
  },
  { name: "what no longer fits", layout: "list", offers: [view(clearCase)], misfits },
  { name: "what no longer fits, narrow", layout: "list", narrow: true, misfits },
];

const stripScenes: readonly Scene[] = [
  { name: "many", layout: "strip", offers: [...many, ...odd] },
  { name: "one", layout: "strip", offers: [view(clearCase)] },
  { name: "narrow", layout: "strip", narrow: true, offers: many },
  { name: "every state", layout: "strip", offers: everyState(clearCase) },
];

const bundleScenes: readonly Scene[] = [
  { name: "three", layout: "bundle", ...onPage, offers: [view(clearCase), view(glass)] },
  { name: "two, narrow", layout: "bundle", narrow: true, ...onPage, offers: [view(charger)] },
  { name: "the product is in the cart", layout: "bundle", placement: "product", view: { ...inView, inCart: true }, offers: many },
  ...(["working", "done", "failed", "declined"] as const).map((state) => ({
    name: state,
    layout: "bundle",
    placement: "product" as const,
    view: { ...inView, state: state === "working" || state === "done" ? state : ("ready" as const) },
    offers: [view(clearCase, state, { canUndo: true }), view(glass)],
  })),
];

const bumpScenes: readonly Scene[] = [
  ...everyState(glass).map(({ offer, ...rest }, index) => ({
    name: [rest.state, rest.canUndo && "with undo", rest.reason, rest.message && "in the shop's words"].filter(Boolean).join(", "),
    layout: "bump",
    placement: "checkout" as const,
    narrow: index > 0,
    offers: [{ ...rest, offer: { ...offer, placement: "checkout" as const } }],
  })),
  { name: "with a choice", layout: "bump", placement: "checkout", narrow: true, offers: [view(charger)] },
];

const swapScenes: readonly Scene[] = [
  { name: "ready", layout: "swap", offers: [view(plus)] },
  { name: "narrow", layout: "swap", narrow: true, offers: [view(plus)] },
  { name: "every state", layout: "swap", offers: everyState(plus) },
  { name: "done, with what no longer fits", layout: "swap", offers: [view(plus, "done", { canUndo: true })], misfits },
];

/** Every layout in every state. */
export const scenes: readonly Scene[] = [...listScenes, ...stripScenes, ...bundleScenes, ...bumpScenes, ...swapScenes];
