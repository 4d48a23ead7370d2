import { join } from "node:path";
import { expect, it } from "vitest";
import { killRounds } from "../support/killRounds.ts";
import { launchCollector } from "../support/launchCollector.ts";
import { storedIds } from "../support/storedIds.ts";
import { aFolder } from "../unit/collector/aCollector.ts";

const ROUNDS = 100;

it(`row 138: a collector killed ${ROUNDS} times under load has every event it acknowledged, and once`, async () => {
  const data = join(await aFolder(), "events.duckdb");
  const { acknowledged, open } = await killRounds(ROUNDS, () => launchCollector(data));
  const stored = await storedIds(data);
  const known = new Set(stored);
  expect(stored).toHaveLength(known.size);
  expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
  // Nothing but what was sent.
  expect(stored.length).toBeLessThanOrEqual(new Set([...acknowledged, ...open]).size);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
});
