import { aStoreProduct, slug } from "../../storeProduct.ts";
import type { StoreProduct, StoreVariant } from "../../storeProduct.ts";

interface PhoneModel {
  readonly model: string;
  readonly brand: string;
  /** Of the smallest memory, in euros. */
  readonly price: number;
  readonly screen: string;
  readonly memories: readonly string[];
  readonly battery: string;
  readonly weight: string;
  readonly camera: string;
  readonly colours: readonly string[];
  readonly slot?: string;
  readonly charging?: "wireless";
  readonly rating: readonly [value: number, count: number];
  readonly stock?: number;
  readonly tags?: readonly string[];
  readonly description: string;
}

/** What each step up in memory costs more, in euros. */
const MEMORY_STEPS = [0, 80, 210];

/** Series from small to large: each bigger sibling costs at most a fifth more. */
export const phoneModels: readonly PhoneModel[] = [
  {
    model: "Aster 9",
    brand: "Halden",
    price: 599,
    screen: "6.1 in",
    memories: ["128 GB", "256 GB", "512 GB"],
    battery: "4100 mAh",
    weight: "168 g",
    camera: "48 MP",
    colours: ["Midnight", "Sage", "Coral"],
    charging: "wireless",
    rating: [4.6, 1284],
    tags: ["new", "favourite"],
    description:
      "A phone that fits the hand and the day: two sharp cameras, a screen that stays readable in the sun, and seven years of updates.",
  },
  {
    model: "Aster 9 Plus",
    brand: "Halden",
    price: 699,
    screen: "6.7 in",
    memories: ["128 GB", "256 GB", "512 GB"],
    battery: "4900 mAh",
    weight: "194 g",
    camera: "48 MP",
    colours: ["Midnight", "Sage", "Coral"],
    charging: "wireless",
    rating: [4.7, 812],
    tags: ["new"],
    description: "Everything of the Aster 9 on a larger screen, with a battery that easily sees the second morning.",
  },
  {
    model: "Aster 9 Max",
    brand: "Halden",
    price: 819,
    screen: "6.9 in",
    memories: ["256 GB", "512 GB"],
    battery: "5400 mAh",
    weight: "221 g",
    camera: "108 MP",
    colours: ["Midnight", "Silver"],
    charging: "wireless",
    rating: [4.8, 465],
    tags: ["new"],
    description: "The largest Aster: a third camera for what is far away and room for years of pictures.",
  },
  {
    model: "Aster 8",
    brand: "Halden",
    price: 449,
    screen: "6.1 in",
    memories: ["128 GB", "256 GB"],
    battery: "3900 mAh",
    weight: "171 g",
    camera: "32 MP",
    colours: ["Black", "Silver", "Lilac"],
    charging: "wireless",
    rating: [4.5, 2170],
    description: "Last year's Aster, still quick, still looked after, and a good deal lighter on the purse.",
  },
  {
    model: "Aster 8 Plus",
    brand: "Halden",
    price: 529,
    screen: "6.6 in",
    memories: ["128 GB", "256 GB"],
    battery: "4600 mAh",
    weight: "190 g",
    camera: "48 MP",
    colours: ["Black", "Silver"],
    charging: "wireless",
    rating: [4.5, 903],
    description: "The big screen of last year's series, with the camera its smaller sibling wished for.",
  },
  {
    model: "Pico 4",
    brand: "Norvik",
    price: 299,
    screen: "5.9 in",
    memories: ["64 GB", "128 GB"],
    battery: "3800 mAh",
    weight: "152 g",
    camera: "24 MP",
    colours: ["Blue", "White", "Coral"],
    slot: "microSD",
    rating: [4.3, 1745],
    tags: ["favourite"],
    description: "Small, light and honest: a phone for calls, maps and pictures, with a slot for a memory card.",
  },
  {
    model: "Pico 4 Pro",
    brand: "Norvik",
    price: 349,
    screen: "6.2 in",
    memories: ["128 GB", "256 GB"],
    battery: "4500 mAh",
    weight: "169 g",
    camera: "32 MP",
    colours: ["Blue", "Black"],
    slot: "microSD",
    rating: [4.5, 988],
    description: "The Pico with twice the memory, a brighter screen and a camera for the evening.",
  },
  {
    model: "Terra X",
    brand: "Norvik",
    price: 429,
    screen: "6.3 in",
    memories: ["128 GB", "256 GB"],
    battery: "6200 mAh",
    weight: "258 g",
    camera: "32 MP",
    colours: ["Black", "Sand"],
    slot: "microSD",
    rating: [4.4, 531],
    description: "Made for building sites and mountains: takes a fall, a rinse and three days without a socket.",
  },
  {
    model: "Slate 5",
    brand: "Oriel",
    price: 749,
    screen: "6.4 in",
    memories: ["128 GB", "256 GB"],
    battery: "4700 mAh",
    weight: "183 g",
    camera: "64 MP",
    colours: ["Silver", "Black", "Blue"],
    charging: "wireless",
    rating: [4.6, 677],
    description: "A flat pane of glass and steel with a calm, advertisement-free system.",
  },
  {
    model: "Slate 5 Ultra",
    brand: "Oriel",
    price: 889,
    screen: "6.8 in",
    memories: ["256 GB", "512 GB"],
    battery: "5200 mAh",
    weight: "212 g",
    camera: "108 MP",
    colours: ["Silver", "Black"],
    charging: "wireless",
    rating: [4.7, 402],
    description: "Oriel's best screen and longest zoom, in a body polished by hand.",
  },
];

export const phones: readonly StoreProduct[] = phoneModels.map((phone) =>
  aStoreProduct({
    id: slug(phone.model),
    title: phone.model,
    price: phone.price,
    category: "Phones/Smartphones",
    brand: phone.brand,
    description: phone.description,
    rating: { value: phone.rating[0], count: phone.rating[1] },
    stock: phone.stock ?? 60,
    tags: phone.tags ?? [],
    attributes: {
      type: "phone",
      model: phone.model,
      screen: phone.screen,
      memory: phone.memories[0] ?? "",
      battery: phone.battery,
      camera: phone.camera,
      weight: phone.weight,
      port: "USB-C",
      ...(phone.slot && { slot: phone.slot }),
      ...(phone.charging && { charging: phone.charging }),
    },
    variants: variantsOf(phone),
  }),
);

function variantsOf({ model, price, memories, colours }: PhoneModel): readonly StoreVariant[] {
  return memories.flatMap((memory, step) =>
    colours.map((colour) => ({
      id: `${slug(model)}-${Number.parseInt(memory)}-${slug(colour)}`,
      options: { colour, memory },
      price: (price + (MEMORY_STEPS[step] ?? 0)) * 100,
      stock: memory === "512 GB" && colour === "Sage" ? 0 : 12,
    })),
  );
}
