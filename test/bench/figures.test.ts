// oxlint-disable vitest/expect-expect -- prints figures and asserts none: what they are depends on the machine
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { ORDER_SEED } from "../../demo/start/storeFiles.ts";
import { planOffers } from "../../widget/browser/offers/planOffers.ts";
import type { Candidate } from "../../widget/types/offer.ts";
import { aCart, aContext, aLine, aProduct, aSettings, euro } from "../support/builders.ts";
import { foundComplements, trainOnHabits, wrongForPhones } from "../support/judgeHabits.ts";

test("size: bytes on the wire", () => {
  const { files } = JSON.parse(readFileSync("dist/manifest.json", "utf8")) as { files: Record<string, { bytes: number; brotli: number }> };
  console.table(files);
});

test("speed: one decision over twelve lines and 240 candidates", () => {
  const lines = Array.from({ length: 12 }, (_, at) => aLine({ key: `l${at}`, product: `p${at}`, price: euro(500) }));
  const candidates = Array.from({ length: 240 }, (_, at): Candidate => {
    const product = aProduct({ id: `c${at}`, categories: [`type ${at % 40}`], fits: { model: [`m${at % 12}`] } });
    return {
      kind: "cross-sell",
      product,
      score: 240 - at,
      source: "model",
      because: [],
      goesWith: lines.map(({ key }) => ({ line: key })),
    };
  });
  const products = new Map(lines.map(({ product }, at) => [product, aProduct({ id: product, attributes: { model: `m${at}` } })]));
  const settings = aSettings();
  const context = aContext({ cart: aCart(...lines), products });
  const times = Array.from({ length: 200 }, () => {
    const before = performance.now();
    planOffers({ candidates, context, settings });
    return performance.now() - before;
  }).sort((a, b) => a - b);
  console.log(`median ${times[100]?.toFixed(2)} ms, slowest ${times[199]?.toFixed(2)} ms`);
});

test("relevance: the demo's planted habits", async () => {
  const before = performance.now();
  const model = await trainOnHabits(ORDER_SEED);
  console.log(`trained on 20,000 orders in ${((performance.now() - before) / 1000).toFixed(1)} s, the making of the orders included`);
  console.log("complements", await foundComplements(model), "for phones", await wrongForPhones(model));
});
