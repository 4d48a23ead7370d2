import { describe, expect, it } from "vitest";
import { reasonText } from "../../../../widget/browser/ui/reasonText.ts";
import { en } from "../../../../widget/browser/ui/texts/en.ts";
import type { LayoutProps } from "../../../../widget/types/layout.ts";
import type { Difference, Reason } from "../../../../widget/types/offer.ts";
import { anOffer } from "../../../support/builders.ts";

const say = (because: readonly Reason[], full = false, over = {}) =>
  reasonText(anOffer({ because, ...over }), { texts: en } as LayoutProps, full);

describe("reasonText", () => {
  it.each<readonly [Reason, string]>([
    [{ kind: "fits", attribute: "model", value: "Aster 9" }, "Fits Aster 9"],
    [{ kind: "together", share: 0.25 }, "Often bought together: about 1 in 4"],
    [{ kind: "together", share: 0.3 }, "Often bought together: about 1 in 3"],
    [{ kind: "rule", text: "Comes without one" }, "Comes without one"],
    [{ kind: "rule" }, en.ruled],
    [{ kind: "catalogue" }, en.catalogue],
    [{ kind: "popular" }, en.popular],
    [{ kind: "rating", value: 4.6, count: 213 }, ""],
  ])("says %j", (reason, text) => {
    expect(say([reason])).toBe(text);
  });

  it("never claims more than every second", () => {
    expect(say([{ kind: "together", share: 0.9 }])).toBe("Often bought together: about 1 in 2");
  });

  it("says nothing of a share of nothing", () => {
    expect(say([{ kind: "together", share: 0 }])).toBe("");
  });

  it("names what it fits by the shared value where the line has no title", () => {
    const { forTitle: _, ...offer } = anOffer({ because: [{ kind: "fits", attribute: "mount", value: "E mount" }] });
    expect(reasonText(offer, { texts: en } as LayoutProps)).toBe("Fits E mount");
  });

  it("says two reasons at most", () => {
    expect(say([{ kind: "catalogue" }, { kind: "rule", text: "b" }, { kind: "popular" }])).toBe(`${en.catalogue} · b`);
  });

  describe("of differences", () => {
    const better: readonly Difference[] = [1, 2, 3, 4].map((at) => ({ attribute: `a${at}`, from: "1", to: "2", better: true }));
    const worse: readonly Difference[] = [1, 2].map((at) => ({ attribute: `w${at}`, to: "3", better: false }));
    const differ = (...differences: readonly Difference[]): readonly Reason[] => [{ kind: "better", differences }];

    it("names three in a list, with a capital letter at the start", () => {
      expect(say(differ(...better))).toBe("A1 2 (1), a2 2 (1), a3 2 (1)");
    });

    it("never leaves out that something is worse", () => {
      expect(say(differ(...better, ...worse))).toBe("A1 2 (1), a2 2 (1), but w1 3");
    });

    it("names all when asked", () => {
      expect(say(differ(...better, ...worse), true)).toBe("A1 2 (1), a2 2 (1), a3 2 (1), a4 2 (1), but w1 3, w2 3");
    });
  });
});
