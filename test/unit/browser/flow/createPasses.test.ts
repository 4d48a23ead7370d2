import { describe, expect, it, vi } from "vitest";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";
import { createLive } from "../../../../widget/browser/flow/createLive.ts";
import { createPasses, type Outcome } from "../../../../widget/browser/flow/createPasses.ts";
import { keepMemory } from "../../../../widget/browser/flow/keepMemory.ts";
import { readMemory } from "../../../../widget/browser/flow/readMemory.ts";
import { openStore, readStored } from "../../../../widget/browser/lib/storage.ts";
import type { Candidate, OfferContext } from "../../../../widget/types/offer.ts";
import type { Platform } from "../../../../widget/types/platform.ts";
import type { Product } from "../../../../widget/types/product.ts";
import type { Source } from "../../../../widget/types/source.ts";
import { aCart, aCrossSell, aLine, aProduct, euro } from "../../../support/builders.ts";

const cross = (product: Product) => aCrossSell(product);

function arrange(recommend: Source["recommend"], products?: Platform["products"]) {
  sessionStorage.clear();
  const outcomes: Outcome[] = [];
  const [config] = readConfig({});
  const store = openStore("session");
  const memory = readMemory((key) => readStored(store, key));
  const live = createLive({ ...(products && { products }) } as Platform);
  const passes = createPasses({
    world: { config, model: undefined, source: { name: "model", recommend }, memory, live },
    page: () => ({ step: "cart", locale: "en" }),
    placements: () => ["cart"],
    decided: (outcome) => outcomes.push(outcome),
  });
  const products_ = () => outcomes.map(({ plan }) => plan.offers.map(({ product }) => product.id));
  return { passes, outcomes, shown: products_, memory: keepMemory(memory, store, () => false) };
}

const one = aCart(aLine());
const two = aCart(aLine(), aLine({ key: "l2", product: "bag" }));

describe("createPasses", () => {
  it("turns a cart into a plan", async () => {
    const { passes, shown } = arrange(() => Promise.resolve([cross(aProduct())]));
    passes.run(one);
    await vi.waitFor(() => expect(shown()).toEqual([["case"]]));
  });

  it("drops the answer that belongs to an older cart, whenever it comes", async () => {
    const answers: ((candidates: readonly Candidate[]) => void)[] = [];
    const { passes, shown } = arrange(() => new Promise((resolve) => answers.push(resolve)));
    passes.run(one);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    passes.run(two);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.([cross(aProduct({ id: "newer" }))]);
    answers[0]?.([cross(aProduct({ id: "older" }))]);
    await vi.waitFor(() => expect(shown()).toEqual([["newer"]]));
  });

  it("shows what the shop priced too late to be waited for", async () => {
    vi.useFakeTimers();
    let answer: (products: readonly Product[]) => void = () => undefined;
    const { passes, shown } = arrange(
      () => Promise.resolve([cross(aProduct())]),
      () => new Promise((resolve) => (answer = resolve)),
    );
    passes.run(one);
    await vi.advanceTimersByTimeAsync(800);
    expect(shown()).toEqual([[]]);
    answer([aProduct()]);
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual([[], ["case"]]);
    vi.useRealTimers();
  });

  it("goes on without a source that fails", async () => {
    const { passes, shown } = arrange(() => Promise.reject(new Error("down")));
    passes.run(one);
    await vi.waitFor(() => expect(shown()).toEqual([[]]));
  });

  it("does not offer what the shop says is sold out, and gives its place to the next", async () => {
    const sold: Platform["products"] = (ids) => Promise.resolve(ids.map((id) => aProduct({ id, available: id !== "p0", price: euro(9) })));
    const all = [0, 1, 2, 3, 4].map((at) => cross(aProduct({ id: `p${at}`, categories: [] })));
    const { passes, shown, outcomes } = arrange(() => Promise.resolve(all), sold);
    passes.run(one);
    await vi.waitFor(() => expect(shown()).toEqual([["p1", "p2", "p3"]]));
    expect(outcomes[0]?.plan.offers[0]?.price).toEqual(euro(9));
  });

  it("shows nothing when the shop does not tell its prices in time", async () => {
    const { passes, shown } = arrange(
      () => Promise.resolve([cross(aProduct())]),
      () => Promise.reject(new Error("slow")),
    );
    passes.run(one);
    await vi.waitFor(() => expect(shown()).toEqual([[]]));
  });

  it("decides anew after a refusal without asking anybody", async () => {
    const recommend = vi.fn((_: OfferContext) =>
      Promise.resolve([cross(aProduct()), cross(aProduct({ id: "bag", categories: ["Bags"] }))]),
    );
    const { passes, shown, outcomes, memory } = arrange(recommend);
    passes.replan();
    expect(shown()).toEqual([]);
    passes.run(one);
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
    const refused = outcomes[0]?.plan.offers.find(({ product }) => product.id === "case");
    if (refused) memory.refuse(refused);
    passes.replan();
    expect(shown()[1]).toEqual(["bag"]);
    expect(recommend).toHaveBeenCalledTimes(1);
  });

  it("hands out no plan while writes that belong together are under way, and the newest cart's afterwards", async () => {
    const seen: number[] = [];
    const { passes, shown } = arrange(({ cart }) => (seen.push(cart.lines.length), Promise.resolve([])));
    await passes.together(async () => {
      passes.run(one);
      await Promise.resolve();
      passes.run(two);
    });
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
    expect(seen).toEqual([2]);
  });

  it("hands out nothing after it was stopped", async () => {
    let answer: (candidates: readonly Candidate[]) => void = () => undefined;
    const { passes, shown } = arrange(() => new Promise((resolve) => (answer = resolve)));
    passes.run(one);
    passes.stop();
    answer([cross(aProduct())]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown()).toEqual([]);
  });
});
