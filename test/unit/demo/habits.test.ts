import { beforeAll, describe, expect, it } from "vitest";
import { ORDER_SEED } from "../../../demo/start/storeFiles.ts";
import { askOffers } from "../../support/askOffers.ts";
import { foundComplements, phones, trainOnHabits, wrongForPhones } from "../../support/judgeHabits.ts";

let model = "";

beforeAll(async () => {
  model = await trainOnHabits(ORDER_SEED);
}, 120_000);

describe("offers trained on the demo's orders, a third of them noise", () => {
  it("find the complements that were planted", async () => {
    const { found, wanted } = await foundComplements(model);
    expect(found / wanted).toBeGreaterThan(0.8);
  });

  it("never propose a substitute, or a thing that does not fit, over every phone", async () => {
    expect(phones.length).toBeGreaterThanOrEqual(8);
    expect(await wrongForPhones(model)).toEqual({ wrong: [], everyPhoneHasOffers: true });
  });

  it("do not put a second case on a phone that has one", async () => {
    const tops = await askOffers(
      model,
      phones.map(({ id }) => ({ given: [id, `clear-${id}`], limit: 12 })),
    );
    expect(tops.flatMap((top, at) => top.filter((id) => id === `folio-${phones[at]?.id}`))).toEqual([]);
  });

  it("name a better phone instead, within the band", async () => {
    const tops = await askOffers(model, [{ given: ["aster-9-512-midnight"], kind: "up-sell" }]);
    expect(tops[0]?.[0]).toMatch(/^aster-9-plus/);
  });
});
