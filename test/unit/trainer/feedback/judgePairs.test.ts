import { expect, test } from "vitest";
import { judgePairs, type PairLooks } from "../../../../widget/trainer/feedback/judgePairs.ts";

/** A pair that 100 visits looked at, as often taken and declined as others. */
const aPair = (over: Partial<PairLooks> = {}): PairLooks => ({
  ...{ kind: "cross-sell", for: "phone", product: "case" },
  ...{ looks: 100, taken: 10, declined: 10, misfits: 0, expectedTaken: 10, expectedDeclined: 10 },
  ...over,
});
/** What it is with two others that stand far enough apart for shoppers to be told from chance. */
const judged = (over: Partial<PairLooks>) =>
  judgePairs([aPair(over), aPair({ product: "a", taken: 60, declined: 60 }), aPair({ product: "b", taken: 0, declined: 0 })]).find(
    ({ product }) => product === "case",
  );

test.each([
  ["as usual", {}, undefined],
  ["taken twice as often", { taken: 20 }, [1.7, "taken"]],
  ["taken for ever", { taken: 100, looks: 1000 }, [2, "taken"]],
  ["never taken", { taken: 0 }, [0.5, "refused"]],
  ["declined twice as often", { declined: 20 }, [0.6, "refused"]],
  ["declined never", { declined: 0 }, [2, "taken"]],
  ["declined as it does not fit, but taken as well", { declined: 20, misfits: 14 }, [0.6, "does-not-fit"]],
  ["of those with a word most say that it does not fit", { taken: 2, declined: 16, misfits: 14 }, [0, "does-not-fit"]],
  ["too few say that it does not fit", { declined: 12, misfits: 7 }, [0.9, "does-not-fit"]],
  ["too few looked", { looks: 19, taken: 0, declined: 19, misfits: 19 }, undefined],
] as const)("%s", (_, over, wanted) => {
  const found = judged(over);
  expect(found && [found.factor, found.reason]).toEqual(wanted);
});

test("where pairs differ no more than chance has them, a pair needs far more to be moved", () => {
  const alike = [8, 9, 11, 12].map((taken, at) => aPair({ product: `p${at}`, taken }));
  expect(judgePairs(alike).every(({ factor }) => factor > 0.9 && factor < 1.1)).toBe(true);
});

test("there is nothing to say of nothing", () => {
  expect(judgePairs([])).toEqual([]);
  expect(judgePairs([aPair({ taken: 0, declined: 0, expectedTaken: 0, expectedDeclined: 0 })])).toEqual([]);
});
