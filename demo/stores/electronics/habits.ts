import type { Demand, StoreProduct } from "../storeProduct.ts";

/** Of a hundred orders with the one, about `chance` × 100 hold the other too. */
export interface Habit {
  readonly with: string;
  readonly chance: number;
}

type Wish = readonly [ids: (product: StoreProduct) => readonly string[], chance: number];

const ids =
  (...list: readonly string[]) =>
  () =>
    list;
const own = (prefix: string) => (product: StoreProduct) => [`${prefix}-${product.id}`];
const byScreen = (product: StoreProduct) => [`sleeve-${Number.parseInt(product.attributes.screen ?? "")}`];
const battery = (product: StoreProduct) => [`battery-${product.id.split("-")[0]}`];

/** What buyers of a product take along, by its narrow category. Only the order generator and the bench may read this. */
const wishes: Readonly<Record<string, readonly Wish[]>> = {
  Smartphones: [
    [own("clear"), 0.3],
    [own("folio"), 0.16],
    [own("glass"), 0.28],
    [ids("charger-30"), 0.13],
    [ids("charger-65"), 0.05],
    [ids("cable-c-2m"), 0.1],
    [ids("pad-mono"), 0.08],
    [ids("microsd-128"), 0.24],
    [ids("microsd-256"), 0.08],
    [ids("pebble"), 0.07],
    [ids("bank-10"), 0.06],
    [ids("care-phone-2"), 0.09],
    [ids("care-phone-3"), 0.04],
    [ids("setup"), 0.06],
  ],
  Cases: [[(product) => [product.id.replace(/^(clear|folio)-/, "glass-")], 0.3]],
  Chargers: [
    [ids("cable-c-1m"), 0.34],
    [ids("cable-c-2m"), 0.18],
  ],
  "Wireless chargers": [[ids("charger-30"), 0.3]],
  "Power banks": [[ids("cable-c-1m"), 0.36]],
  Headphones: [[ids("case-headphones"), 0.32]],
  Speakers: [
    [ids("cable-c-1m"), 0.12],
    [ids("bank-5"), 0.1],
  ],
  "Mirrorless cameras": [
    [ids("lx-18-55", "qf-24-70"), 0.34],
    [ids("lx-35", "qf-50"), 0.24],
    [ids("lx-70-300"), 0.1],
    [ids("sd-128"), 0.38],
    [ids("sd-64"), 0.14],
    [battery, 0.3],
    [ids("bag-sling"), 0.24],
    [ids("bag-backpack"), 0.12],
    [ids("tripod-light"), 0.12],
    [ids("care-camera-3"), 0.12],
  ],
  "Action cameras": [
    [ids("microsd-128"), 0.3],
    [ids("microsd-256"), 0.22],
    [battery, 0.28],
    [ids("mount-bike"), 0.34],
  ],
  Lenses: [
    [ids("bag-sling-8"), 0.14],
    [ids("tripod-light"), 0.1],
  ],
  Laptops: [
    [byScreen, 0.38],
    [ids("dock-6"), 0.2],
    [ids("mouse-slip"), 0.28],
    [ids("stand-fold"), 0.16],
    [ids("cable-c-hdmi"), 0.14],
    [ids("charger-65"), 0.1],
    [ids("care-laptop-3"), 0.14],
    [ids("setup"), 0.1],
  ],
  Docks: [
    [ids("mouse-palm"), 0.2],
    [ids("cable-c-hdmi"), 0.24],
  ],
};

/** Categories of which an order may hold several: they are not bought in place of one another. */
const NOT_SUBSTITUTES = new Set(["Cables", "Lenses", "Camera batteries", "Camera mounts", "Set-up"]);

/** What buyers of `product` also take, with its chance; only things that fit it. */
export function habitsOf(product: StoreProduct, all: ReadonlyMap<string, StoreProduct>): readonly Habit[] {
  return (wishes[product.categories.at(-1) ?? ""] ?? []).flatMap(([find, chance]) =>
    find(product).flatMap((id) => {
      const other = all.get(id);
      const wanted = other && meets(product, other.fits) && meetsIfKnown(product, other.requires);
      return wanted ? [{ with: id, chance }] : [];
    }),
  );
}

/** Of the products with the same group an order holds at most one; `undefined`: no such limit. */
export function substituteGroup(product: StoreProduct): string | undefined {
  const narrow = product.categories.at(-1);
  if (!narrow || NOT_SUBSTITUTES.has(narrow)) return undefined;
  return [narrow, ...(product.fits.model ?? []), ...(product.fits.screen ?? [])].join(":");
}

function meets(product: StoreProduct, demand: Demand): boolean {
  return Object.entries(demand).every(([name, values]) => values.includes(product.attributes[name] ?? ""));
}

/** A charger may follow a pad that has no port; a memory card never follows a phone without a slot. */
function meetsIfKnown(product: StoreProduct, demand: Demand): boolean {
  return product.attributes.type === undefined || meets(product, demand);
}
