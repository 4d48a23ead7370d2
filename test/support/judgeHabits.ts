import { ORDER_COUNT } from "../../demo/start/storeFiles.ts";
import { generateOrders } from "../../demo/stores/electronics/generateOrders.ts";
import { plantedFacts } from "../../demo/stores/electronics/plantedFacts.ts";
import { products } from "../../demo/stores/electronics/products.ts";
import { writeOrders } from "../../demo/stores/electronics/writeOrders.ts";
import { writeCatalogue } from "../../demo/stores/writeCatalogue.ts";
import { askOffers } from "./askOffers.ts";
import { train } from "./training.ts";

/** The least chance of a habit that four places should show; rarer ones compete with those. */
const CLEAR_HABIT = 0.2;

const facts = plantedFacts(products);
const byId = new Map(products.map((product) => [product.id, product]));

export const phones = products.filter(({ attributes }) => attributes.type === "phone");

/** Trains on the demo's orders, made from this seed, a third of them noise; the model's folder. */
export async function trainOnHabits(seed: number): Promise<string> {
  const orders = writeOrders(generateOrders({ products, count: ORDER_COUNT, seed }));
  return (await train({ orders, catalogue: writeCatalogue(products) })).folder;
}

/** How many of the planted complements stand in four places, of those bought in at least one of five orders. */
export async function foundComplements(model: string): Promise<{ readonly found: number; readonly wanted: number }> {
  const wanted = facts.complements.filter(({ with: id, chance }) => chance >= CLEAR_HABIT && byId.get(id)?.kind === "goods");
  const seeds = [...new Set(wanted.map(({ from }) => from))];
  const answers = await askOffers(
    model,
    seeds.map((id) => ({ given: [id] })),
  );
  const tops = new Map(answers.map((top, at) => [seeds[at], top]));
  return { found: wanted.filter(({ from, with: id }) => tops.get(from)?.includes(id)).length, wanted: wanted.length };
}

/** What was offered for a phone although it is a substitute of it, or does not fit it; and whether every phone got offers at all. */
export async function wrongForPhones(model: string): Promise<{ readonly wrong: readonly string[]; readonly everyPhoneHasOffers: boolean }> {
  const areSubstitutes = (a: string, b: string) => facts.substitutes.some((pair) => pair.includes(a) && pair.includes(b) && a !== b);
  const tops = await askOffers(
    model,
    phones.map(({ id }) => ({ given: [id], limit: 12 })),
  );
  const wrong = phones.flatMap(({ id: phone, attributes }, at) =>
    (tops[at] ?? []).filter((id) => {
      const isMisfit = !Object.entries(byId.get(id)?.fits ?? {}).every(([name, values]) => values.includes(attributes[name] ?? ""));
      return isMisfit || areSubstitutes(phone, id);
    }),
  );
  return { wrong, everyPhoneHasOffers: tops.every((top) => top.length > 0) };
}
