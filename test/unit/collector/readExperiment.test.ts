import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../../widget/collector/lift/defaultSettings.ts";
import { readExperiment } from "../../../widget/collector/readExperiment.ts";
import { aCollector, aFolder, readReport } from "./aCollector.ts";

async function aFile(experiment: unknown): Promise<string> {
  const file = join(await aFolder(), "experiment.json");
  await writeFile(file, JSON.stringify(experiment));
  return file;
}

const goal = { currency: "EUR", rise: 0.05, from: "2026-01-01", by: "2026-03-31", baseline: 8000 };

describe("what the merchant says about the experiment", () => {
  it("is as by default where the file says nothing", async () => {
    expect(await readExperiment(await aFile({}))).toEqual(DEFAULT_SETTINGS);
  });

  it("is read with days as times, to the end of the day a goal is to be reached by", async () => {
    const file = await aFile({ worth: 0.1, since: "2026-01-01", undecided: 0.3, visits: 900, goal });
    expect(await readExperiment(file)).toEqual({
      ...{ ...DEFAULT_SETTINGS, worth: 0.1, since: Date.UTC(2026, 0), undecided: 0.3, visits: 900, shares: [{ from: 0, share: 0.3 }] },
      goal: { ...goal, from: Date.UTC(2026, 0), by: Date.UTC(2026, 3) },
    });
  });

  it("has its shares in the order of time", async () => {
    const file = await aFile({
      shares: [
        { from: "2026-02-01", share: 0.05 },
        { from: "2026-01-01", share: 0.5 },
      ],
    });
    const { shares, saysShares } = await readExperiment(file);
    expect(shares.map(({ share }) => share)).toEqual([0.5, 0.05]);
    expect(saysShares).toBe(true);
  });

  it.each([
    [{ worht: 0.1 }, "unknown field worht"],
    [{ worth: 0 }, "worth: "],
    [{ undecided: 2 }, "undecided: "],
    [{ since: "1 May" }, "since: "],
    [{ goal: { ...goal, baseline: 0.5 } }, "goal.baseline: "],
    [[], "the file: "],
  ])("is refused with the field that is wrong: %j", async (experiment, message) => {
    await expect(readExperiment(await aFile(experiment))).rejects.toThrow(message);
  });

  it("reaches the report", async () => {
    const collector = await aCollector({ experiment: await aFile({ worth: 0.1 }) });
    expect((await readReport(collector)).lift.worth).toBe(0.1);
  });
});
