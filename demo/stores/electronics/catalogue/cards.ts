import { aStoreProduct } from "../../storeProduct.ts";
import type { StoreProduct } from "../../storeProduct.ts";

interface Card {
  readonly size: string;
  readonly price: number;
  readonly reviews: number;
}

const microSd: readonly Card[] = [
  { size: "64 GB", price: 12.9, reviews: 880 },
  { size: "128 GB", price: 17.9, reviews: 1260 },
  { size: "256 GB", price: 29.9, reviews: 540 },
];

const sd: readonly Card[] = [
  { size: "64 GB", price: 19.9, reviews: 610 },
  { size: "128 GB", price: 32.9, reviews: 720 },
  { size: "256 GB", price: 56.9, reviews: 260 },
];

const cardsOf = (slot: "microSD" | "SD", sizes: readonly Card[], speed: string) =>
  sizes.map(({ size, price, reviews }) =>
    aStoreProduct({
      id: `${slot.toLowerCase()}-${Number.parseInt(size)}`,
      title: `${slot} card ${size}`,
      titles: { de: `${slot}-Karte ${size}`, ar: `بطاقة ${slot} بسعة ${size}` },
      price,
      category: `Storage/${slot} cards`,
      brand: "Kernel",
      description: `${size} for every device with a ${slot} slot. Survives water, frost and airport X-rays.`,
      rating: { value: 4.6, count: reviews },
      attributes: { capacity: size, speed },
      requires: { slot: [slot] },
    }),
  );

export const cards: readonly StoreProduct[] = [...cardsOf("microSD", microSd, "160 MB/s"), ...cardsOf("SD", sd, "250 MB/s")];
