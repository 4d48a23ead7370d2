import { aStoreProduct, slug } from "../../storeProduct.ts";
import type { StoreProduct } from "../../storeProduct.ts";

interface CameraModel {
  readonly model: string;
  readonly brand: string;
  readonly price: number;
  readonly mount: string;
  readonly resolution: string;
  readonly weight: string;
  readonly rating: readonly [value: number, count: number];
  readonly description: string;
}

const models: readonly CameraModel[] = [
  {
    model: "Vela 10",
    brand: "Kestrel",
    price: 799,
    mount: "LX",
    resolution: "24 MP",
    weight: "398 g",
    rating: [4.5, 486],
    description: "A first real camera: light, quick and never in the way.",
  },
  {
    model: "Vela 10 R",
    brand: "Kestrel",
    price: 949,
    mount: "LX",
    resolution: "33 MP",
    weight: "452 g",
    rating: [4.7, 262],
    description: "The Vela with a steady sensor and a viewfinder like a window.",
  },
  {
    model: "Meridian S",
    brand: "Aurelle",
    price: 1299,
    mount: "QF",
    resolution: "36 MP",
    weight: "612 g",
    rating: [4.7, 198],
    description: "Full frame for weddings, landscapes and patient light.",
  },
  {
    model: "Meridian S II",
    brand: "Aurelle",
    price: 1549,
    mount: "QF",
    resolution: "45 MP",
    weight: "634 g",
    rating: [4.8, 121],
    description: "More detail, twice the speed, the same calm handling.",
  },
];

const cameraBodies = models.map(({ model, brand, price, mount, resolution, weight, rating, description }) =>
  aStoreProduct({
    id: slug(model),
    title: `${model} camera`,
    titles: { de: `${model} Kamera`, ar: `كاميرا ${model}` },
    price,
    category: "Cameras/Mirrorless cameras",
    brand,
    description,
    rating: { value: rating[0], count: rating[1] },
    stock: 15,
    attributes: { type: "camera", series: model.split(" ")[0] ?? model, resolution, weight, mount, slot: "SD", port: "USB-C" },
  }),
);

const actionCameras = [
  aStoreProduct({
    id: "skip",
    title: "Skip action camera",
    titles: { de: "Skip Actionkamera", ar: "كاميرا الحركة Skip" },
    price: 249,
    category: "Cameras/Action cameras",
    brand: "Kestrel",
    rating: { value: 4.3, count: 402 },
    description: "Waterproof to ten metres and steady on any bicycle.",
    attributes: { type: "camera", series: "Skip", resolution: "4K", weight: "142 g", slot: "microSD", port: "USB-C" },
    upgrades: ["skip-2"],
  }),
  aStoreProduct({
    id: "skip-2",
    title: "Skip 2 action camera",
    titles: { de: "Skip 2 Actionkamera", ar: "كاميرا الحركة Skip 2" },
    price: 299,
    category: "Cameras/Action cameras",
    brand: "Kestrel",
    rating: { value: 4.6, count: 233 },
    description: "A front screen, slow motion and an hour more of battery.",
    attributes: { type: "camera", series: "Skip", resolution: "5.3K", weight: "151 g", slot: "microSD", port: "USB-C" },
  }),
];

const batteries = [
  { id: "battery-vela", title: "Spare battery for Vela", price: 39, fits: "Vela", reviews: 190 },
  { id: "battery-meridian", title: "Spare battery for Meridian", price: 59, fits: "Meridian", reviews: 84 },
  { id: "battery-skip", title: "Spare battery for Skip", price: 24.9, fits: "Skip", reviews: 166 },
].map(({ id, title, price, fits, reviews }) =>
  aStoreProduct({
    id,
    title,
    titles: { de: `Ersatzakku für ${fits}`, ar: `بطارية احتياطية لكاميرا ${fits}` },
    price,
    category: "Cameras/Camera batteries",
    brand: "Kestrel",
    description: "For the second half of the day.",
    rating: { value: 4.5, count: reviews },
    attributes: { capacity: "1950 mAh" },
    fits: { series: [fits] },
  }),
);

export const cameras: readonly StoreProduct[] = [
  ...cameraBodies,
  ...actionCameras,
  ...batteries,
  aStoreProduct({
    id: "mount-bike",
    title: "Handlebar mount",
    titles: { de: "Lenkerhalterung", ar: "حامل لمقود الدراجة" },
    price: 19.9,
    category: "Cameras/Camera mounts",
    brand: "Kestrel",
    rating: { value: 4.4, count: 214 },
    description: "Holds the Skip where the view is.",
    attributes: { material: "Aluminium" },
    fits: { series: ["Skip"] },
  }),
  aStoreProduct({
    id: "spray-lens",
    title: "Lens cleaning spray, 50 ml",
    titles: { de: "Reinigungsspray für Objektive, 50 ml", ar: "بخاخ تنظيف العدسات، 50 مل" },
    price: 9.9,
    unit: { price: 1980, per: "100 ml" },
    category: "Cameras/Camera care",
    brand: "Steadfast",
    rating: { value: 4.5, count: 96 },
    description: "Takes off fingerprints and leaves the coating alone. With a cloth to keep.",
    attributes: { volume: "50 ml" },
  }),
];
