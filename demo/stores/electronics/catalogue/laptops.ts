import { aStoreProduct, slug } from "../../storeProduct.ts";
import type { StoreProduct, StoreVariant } from "../../storeProduct.ts";

interface LaptopModel {
  readonly model: string;
  readonly brand: string;
  readonly price: number;
  readonly screen: string;
  readonly battery: string;
  readonly weight: string;
  readonly rating: readonly [value: number, count: number];
  readonly description: string;
}

/** Memory and disk with what they cost more, in euros. */
const BUILDS = [
  { memory: "8 GB", disk: "256 GB", more: 0 },
  { memory: "16 GB", disk: "512 GB", more: 180 },
  { memory: "32 GB", disk: "1 TB", more: 420 },
] as const;

const models: readonly LaptopModel[] = [
  {
    model: "Folia 13",
    brand: "Halden",
    price: 899,
    screen: "13 in",
    battery: "14 h",
    weight: "1.09 kg",
    rating: [4.5, 344],
    description: "Thin, silent and all day on one charge.",
  },
  {
    model: "Folia 14",
    brand: "Halden",
    price: 1049,
    screen: "14 in",
    battery: "16 h",
    weight: "1.24 kg",
    rating: [4.6, 412],
    description: "A little more screen, two more hours, still no fan.",
  },
  {
    model: "Folia 16",
    brand: "Halden",
    price: 1249,
    screen: "16 in",
    battery: "18 h",
    weight: "1.62 kg",
    rating: [4.7, 178],
    description: "Room for two windows side by side and the battery to fill them.",
  },
  {
    model: "Granite 14",
    brand: "Oriel",
    price: 1199,
    screen: "14 in",
    battery: "12 h",
    weight: "1.38 kg",
    rating: [4.4, 156],
    description: "A workshop in a case: every part can be opened and replaced.",
  },
];

export const laptops: readonly StoreProduct[] = models.map(({ model, brand, price, screen, battery, weight, rating, description }) =>
  aStoreProduct({
    id: slug(model),
    title: `${model} laptop`,
    titles: { de: `${model} Laptop`, ar: `حاسوب محمول ${model}` },
    price,
    brand,
    description,
    category: "Computers/Laptops",
    rating: { value: rating[0], count: rating[1] },
    stock: 18,
    attributes: { type: "laptop", screen, memory: "8 GB", disk: "256 GB", battery, weight, port: "USB-C" },
    variants: variantsOf(model, price),
  }),
);

function variantsOf(model: string, price: number): readonly StoreVariant[] {
  return BUILDS.map(({ memory, disk, more }) => ({
    id: `${slug(model)}-${Number.parseInt(memory)}-${slug(disk)}`,
    options: { memory, disk },
    price: (price + more) * 100,
  }));
}
