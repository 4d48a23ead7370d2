import { describe, expect, it } from "vitest";
import { evidenceText } from "../../../../../widget/browser/placements/popover/evidenceText.ts";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import type { Offer, Reason } from "../../../../../widget/types/offer.ts";
import { anOffer } from "../../../../support/builders.ts";
import { layoutProps } from "../../../../support/mountLayout.ts";

const { forTitle: _, ...nameless } = anOffer();
const say = (reason: Reason, offer: Offer = anOffer(), locale = "en") => evidenceText(reason, offer, layoutProps({ locale }).props);

describe("the evidence", () => {
  it.each<[string, Reason, string]>([
    ["a share of orders", { kind: "together", share: 0.25 }, "About 25% of the orders with Aster 9 had it too."],
    ["what it fits", { kind: "fits", attribute: "model", value: "A9" }, "Fits Aster 9 (model: A9)"],
    ["the merchant's own words", { kind: "rule", text: "Keeps it whole" }, "Keeps it whole"],
    ["a rule without words", { kind: "rule" }, en.ruled],
    ["the catalogue", { kind: "catalogue" }, en.catalogue],
    ["a rating", { kind: "rating", value: 4.6, count: 213 }, "4.6 of 5 from 213 reviews"],
    ["popularity", { kind: "popular" }, en.popular],
  ])("says %s in full", (__, reason, text) => {
    expect(say(reason)).toBe(text);
  });

  it("writes a share as the page's locale does", () => {
    expect(say({ kind: "together", share: 0.25 }, anOffer(), "de")).toContain("25\u00A0%");
  });

  it("says a share of nothing not at all, and one of an unnamed product without its name", () => {
    expect(say({ kind: "together", share: 0 })).toBe("");
    expect(say({ kind: "together", share: 0.25 }, nameless)).toBe("Often bought together: about 1 in 4");
  });
});
