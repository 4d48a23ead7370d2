import { aStoreProduct } from "../../storeProduct.ts";
import type { StoreProduct } from "../../storeProduct.ts";

interface LensModel {
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  readonly price: number;
  readonly mount: string;
  readonly focal: string;
  readonly aperture: string;
  readonly reviews: number;
  readonly description: string;
}

const models: readonly LensModel[] = [
  {
    id: "lx-35",
    title: "35 mm f/1.8 lens, LX mount",
    brand: "Kestrel",
    price: 329,
    mount: "LX",
    focal: "35 mm",
    aperture: "f/1.8",
    reviews: 210,
    description: "Sees about what you see. The one to leave on.",
  },
  {
    id: "lx-18-55",
    title: "18–55 mm f/4 lens, LX mount",
    brand: "Kestrel",
    price: 379,
    mount: "LX",
    focal: "18–55 mm",
    aperture: "f/4",
    reviews: 265,
    description: "From the room to the portrait in one turn.",
  },
  {
    id: "lx-70-300",
    title: "70–300 mm f/5.6 lens, LX mount",
    brand: "Kestrel",
    price: 449,
    mount: "LX",
    focal: "70–300 mm",
    aperture: "f/5.6",
    reviews: 97,
    description: "Birds, stages and the far side of the valley.",
  },
  {
    id: "qf-50",
    title: "50 mm f/1.4 lens, QF mount",
    brand: "Aurelle",
    price: 549,
    mount: "QF",
    focal: "50 mm",
    aperture: "f/1.4",
    reviews: 132,
    description: "Draws backgrounds as soft as breath.",
  },
  {
    id: "qf-24-70",
    title: "24–70 mm f/2.8 lens, QF mount",
    brand: "Aurelle",
    price: 899,
    mount: "QF",
    focal: "24–70 mm",
    aperture: "f/2.8",
    reviews: 108,
    description: "A whole wedding in one lens.",
  },
  {
    id: "qf-100",
    title: "100 mm f/2.8 macro lens, QF mount",
    brand: "Aurelle",
    price: 649,
    mount: "QF",
    focal: "100 mm",
    aperture: "f/2.8",
    reviews: 61,
    description: "For dew, stamps and the eyes of insects.",
  },
];

export const lenses: readonly StoreProduct[] = models.map(({ id, title, brand, price, mount, focal, aperture, reviews, description }) =>
  aStoreProduct({
    id,
    title,
    titles: namesOf(focal, aperture, { mount, isMacro: title.includes("macro") }),
    brand,
    price,
    description,
    category: "Cameras/Lenses",
    ...(title.includes("macro") && { accessories: ["spray-lens"] }),
    stock: 12,
    rating: { value: 4.7, count: reviews },
    attributes: { "focal length": focal, aperture },
    fits: { mount: [mount] },
  }),
);

function namesOf(focal: string, aperture: string, { mount, isMacro }: { readonly mount: string; readonly isMacro: boolean }) {
  return {
    de: `${focal} ${aperture} ${isMacro ? "Makroobjektiv" : "Objektiv"}, ${mount}-Bajonett`,
    ar: `عدسة ${isMacro ? "ماكرو " : ""}${focal} ${aperture}، حامل ${mount}`,
  };
}
