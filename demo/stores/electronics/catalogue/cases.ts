import { aStoreProduct, slug } from "../../storeProduct.ts";
import type { StoreProduct } from "../../storeProduct.ts";
import { phoneModels } from "./phones.ts";

/** Share of a phone's reviewers that also wrote about its accessory. */
const REVIEWED = { clear: 0.42, folio: 0.2, glass: 0.38 };

const isLarge = (screen: string): boolean => Number.parseFloat(screen) >= 6.5;

/** A phone wears one case. */
const oneCase = (model: string) => ({ fits: { model: [model] }, oneOf: { "case for": [model] } });

const clearCases = phoneModels.map(({ model, screen, rating }) =>
  aStoreProduct({
    id: `clear-${slug(model)}`,
    title: `Clear case for ${model}`,
    titles: { de: `Transparente Hülle für ${model}`, ar: `غطاء شفاف لهاتف ${model}` },
    price: isLarge(screen) ? 24.9 : 19.9,
    category: "Phones/Cases",
    brand: "Lumen",
    description: `Shows the colour of your ${model} and takes the knocks. Does not turn yellow.`,
    rating: { value: 4.4, count: Math.round(rating[1] * REVIEWED.clear) },
    attributes: { material: "Recycled polycarbonate", style: "Clear case", "case for": model },
    ...oneCase(model),
  }),
);

const folios = phoneModels.map(({ model, screen, rating }) =>
  aStoreProduct({
    id: `folio-${slug(model)}`,
    title: `Leather folio for ${model}`,
    titles: { de: `Lederetui für ${model}`, ar: `حافظة جلدية لهاتف ${model}` },
    price: isLarge(screen) ? 54.9 : 49.9,
    category: "Phones/Cases",
    brand: "Saddler & Finch",
    description: `Vegetable-tanned leather around your ${model}, with room for two cards and a stand for films.`,
    rating: { value: 4.6, count: Math.round(rating[1] * REVIEWED.folio) },
    stock: model === "Terra X" ? 0 : 25,
    attributes: { material: "Leather", style: "Folio", "case for": model },
    variants: ["Tan", "Black"].map((colour) => ({ id: `folio-${slug(model)}-${slug(colour)}`, options: { colour } })),
    ...oneCase(model),
  }),
);

const glasses = phoneModels.map(({ model, rating }) =>
  aStoreProduct({
    id: `glass-${slug(model)}`,
    title: `Screen protector for ${model}`,
    titles: { de: `Displayschutz für ${model}`, ar: `واقي شاشة لهاتف ${model}` },
    price: 14.9,
    category: "Phones/Screen protectors",
    brand: "Lumen",
    description: `Tempered glass cut for the ${model}, with a frame that puts it on straight at the first try.`,
    rating: { value: 4.3, count: Math.round(rating[1] * REVIEWED.glass) },
    attributes: { material: "Tempered glass", hardness: "9H" },
    fits: { model: [model] },
  }),
);

export const cases: readonly StoreProduct[] = [...clearCases, ...folios, ...glasses];
