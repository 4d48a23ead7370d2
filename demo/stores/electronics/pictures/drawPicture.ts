import type { StoreProduct } from "../../storeProduct.ts";
import { actionCamera, bikeMount, camera, lens, memoryCard, sprayBottle, tripod } from "./cameraShapes.ts";
import { bag, dock, laptop, mouse, sleeve, stand } from "./deskShapes.ts";
import { frame } from "../../pictures/frame.ts";
import type { PictureLook } from "../../pictures/frame.ts";
import { colourNamed, paintOf } from "../../pictures/paint.ts";
import { clearCase, folio, phone, screenGlass } from "./phoneShapes.ts";
import type { PhoneLook } from "./phoneShapes.ts";
import { battery, cable, carCharger, charger, chargingPad, powerBank } from "./powerShapes.ts";
import { care, transfer, umbrella } from "./serviceShapes.ts";
import { earbuds, headphones, speaker, travelCase } from "./soundShapes.ts";

/** Colours of what comes in one colour only, by maker. */
const BRAND_COLOURS: Readonly<Record<string, string>> = {
  Halden: "#a9b6cc",
  Norvik: "#6f97d0",
  Oriel: "#b8bfca",
  Lumen: "#5f7de8",
  "Saddler & Finch": "#b97f4f",
  Voltari: "#dfe3ea",
  Portwell: "#8f9bb0",
  Kernel: "#6c7fd8",
  Ondine: "#d8c3a0",
  Fermata: "#4a4d57",
  Kestrel: "#454a57",
  Aurelle: "#3d424f",
  "Wayfarer & Co": "#7f947f",
  Steadfast: "#5d6675",
};

const SCREENS: Readonly<Record<string, string>> = { Halden: "#7a8bf0", Norvik: "#5fb6d9", Oriel: "#c98bd0" };

type Draw = (product: StoreProduct) => string;

const numberIn = (text: string | undefined): number => Number.parseFloat(text ?? "") || 0;
const madeFor = ({ title }: StoreProduct): PhoneLook => ({
  brand: /Pico|Terra/.test(title) ? "Norvik" : /Slate/.test(title) ? "Oriel" : "Halden",
  screen: 6.2,
});

/** How each narrow category looks. */
const drawings: Readonly<Record<string, Draw>> = {
  Smartphones: (p) => phone({ brand: p.brand ?? "", screen: numberIn(p.attributes.screen) }),
  Cases: (p) => (p.attributes.style === "Folio" ? folio(madeFor(p)) : clearCase(madeFor(p))),
  "Screen protectors": screenGlass,
  Chargers: (p) => charger(numberIn(p.attributes.outlets)),
  "Car chargers": carCharger,
  "Wireless chargers": (p) => chargingPad(p.id === "pad-duo" ? 2 : 1),
  Cables: cable,
  "Power banks": (p) => powerBank(numberIn(p.attributes.capacity) > 6000),
  "microSD cards": () => memoryCard(false),
  "SD cards": () => memoryCard(true),
  Headphones: headphones,
  Earbuds: (p) => earbuds(p.id === "pebble-sport"),
  Speakers: (p) => speaker(p.id === "drum"),
  "Headphone cases": travelCase,
  "Mirrorless cameras": (p) => camera(p.attributes.mount === "QF"),
  "Action cameras": (p) => actionCamera(p.id === "skip-2"),
  "Camera batteries": battery,
  "Camera mounts": bikeMount,
  "Camera care": sprayBottle,
  Lenses: (p) => lens(Math.min(1, numberIn(p.attributes["focal length"]) / 80)),
  "Camera bags": (p) => bag(p.id === "bag-backpack", numberIn(p.attributes.volume) > 6),
  Tripods: tripod,
  Laptops: (p) => laptop(numberIn(p.attributes.screen)),
  "Laptop sleeves": (p) => sleeve(numberIn(p.title.match(/\d+/)?.[0])),
  Docks: (p) => dock(numberIn(p.attributes.ports)),
  Mice: (p) => mouse(p.id === "mouse-palm"),
  Stands: stand,
  "Set-up": transfer,
  Insurance: umbrella,
};

const isCare = (narrow: string): boolean => narrow.startsWith("Care for");

/** The SVG of a product, in the colour asked for or else its first one; `undefined` for what this store cannot draw. */
export function drawPicture(product: StoreProduct, look: PictureLook = {}): string | undefined {
  const narrow = product.categories.at(-1) ?? "";
  const draw = drawings[narrow] ?? (isCare(narrow) ? (p: StoreProduct) => care(p.attributes.term === "3 years") : undefined);
  if (!draw) return undefined;
  const brand = product.brand ?? "";
  const chosen = colourNamed(look.colour ?? product.variants[0]?.options.colour ?? "") ?? BRAND_COLOURS[brand] ?? "#8d97ea";
  return frame(paintOf(chosen, SCREENS[brand]), draw(product), look);
}
