import { expect, it } from "vitest";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import { loadTexts } from "../../../../../widget/browser/ui/texts/loadTexts.ts";
import { euro } from "../../../../support/builders.ts";
import { mountLayout, upSell, view } from "../../../../support/mountLayout.ts";

const because = [
  { kind: "fits", attribute: "model", value: "A" },
  { kind: "rating", value: 4.6, count: 12 },
] as const;
const offers = [view({ because }), view({ ...upSell, price: euro(20) }), view({ id: "popular", because: [{ kind: "popular" }] })];

// Strips and bundles are drawn with all texts from the start.
it.each(["list", "swap", "bump"])("%s says nothing that it has no text for yet, and all of it once it has", async (name) => {
  const all = await mountLayout(name, { texts: en, offers });
  const first = await mountLayout(name, { texts: await loadTexts("en", {}), offers });
  expect(first.rows().length).toBeGreaterThan(0);
  expect(first.root.innerHTML).not.toContain("undefined");
  first.update({ texts: en, offers });
  expect(first.root.innerHTML).toBe(all.root.innerHTML);
});
