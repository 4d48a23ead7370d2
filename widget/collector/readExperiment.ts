import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Experiment, Goal } from "../types/lift.ts";
import { DEFAULT_SETTINGS } from "./lift/defaultSettings.ts";

const DAY = 86_400_000;

/** A day of UTC as its first millisecond. */
const day = z.iso.date().transform((text) => Date.parse(text));
const share = z.number().min(0).max(1);

const goal = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  rise: z.number().min(-1).max(10),
  from: day,
  by: day.transform((start) => start + DAY),
  baseline: z.exactOptional(z.int().positive()),
}) satisfies z.ZodType<Goal>;

const experiment = z.strictObject({
  worth: z.exactOptional(z.number().min(0.001).max(1)),
  since: z.exactOptional(day),
  undecided: z.exactOptional(share),
  decided: z.exactOptional(share),
  shares: z.exactOptional(z.array(z.strictObject({ from: day, share })).min(1)),
  visits: z.exactOptional(z.int().positive()),
  goal: z.exactOptional(goal),
});

/**
 * What the merchant says about the experiment: `{ "worth": 0.06, "since": "2026-11-01", "goal": { … } }`, days as `2026-11-01`.
 * What the file leaves out is as by default.
 * @throws Error that names the field when the file is not of that kind.
 */
export async function readExperiment(file: string): Promise<Experiment> {
  const result = experiment.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!result.success) throw new Error(`${file}: ${describe(result.error.issues[0])}`);
  const { shares, ...said } = result.data;
  const undecided = said.undecided ?? DEFAULT_SETTINGS.undecided;
  const inOrder = shares?.toSorted((a, b) => a.from - b.from) ?? [{ from: 0, share: undecided }];
  return { ...DEFAULT_SETTINGS, ...said, undecided, shares: inOrder, ...(shares && { saysShares: true }) };
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "unrecognized_keys") return `unknown field ${[...issue.path, issue.keys[0] ?? ""].join(".")}`;
  return `${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not an experiment"}`;
}
