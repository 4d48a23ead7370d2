import { expect, test } from "vitest";
import { foundComplements, trainOnHabits, wrongForPhones } from "../support/judgeHabits.ts";

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "orders made from seed %i: complements are found, nothing wrong is offered for a phone",
  async (seed) => {
    const model = await trainOnHabits(seed);
    const { found, wanted } = await foundComplements(model);
    expect(found / wanted).toBeGreaterThan(0.75);
    expect(await wrongForPhones(model)).toEqual({ wrong: [], everyPhoneHasOffers: true });
  },
);
