import { fromDecimal } from "../../browser/lib/money.ts";
import { isRecord } from "../../browser/lib/isRecord.ts";
import type { Better } from "../alternatives/directions.ts";
import type { LeastMargin, Objective, ProfitOptions } from "./profit.ts";
import { readJsonFile } from "../reading/readJsonFile.ts";

/** What `goeswith train` was told about profit; sums still in major units, as the catalogue tells the currency. */
export interface ProfitWishes {
  readonly handling: number;
  readonly minMargin: LeastMargin;
  readonly objective: Objective;
}

const OBJECTIVES: readonly Objective[] = ["conversion", "revenue", "margin"];
const WAYS = ["more", "less", "none"] as const;

/** @throws naming the option that is wrong. */
export function readProfitWishes(values: {
  readonly handling: string;
  readonly minMargin: string;
  readonly objective: string;
}): ProfitWishes {
  const handling = readSum("handling", values.handling);
  const [, share] = /^(\d+(?:\.\d+)?)\s*%$/.exec(values.minMargin.trim()) ?? [];
  if (share !== undefined && Number(share) >= 100) throw new Error(`--min-margin ${values.minMargin}: less than 100 % is needed`);
  const objective = OBJECTIVES.find((one) => one === values.objective);
  if (!objective) throw new Error(`--objective ${values.objective}: one of ${OBJECTIVES.join(", ")} is needed`);
  const minMargin = share === undefined ? { sum: readSum("min-margin", values.minMargin) } : { share: Number(share) / 100 };
  return { handling, minMargin, objective };
}

function readSum(name: string, text: string): number {
  const value = text.trim() ? Number(text) : Number.NaN;
  if (value >= 0 && Number.isFinite(value)) return value;
  throw new Error(`--${name} ${text}: a sum is needed, as in 0.80${name === "min-margin" ? ", or a share of the price, as in 10%" : ""}`);
}

/** The same with sums in minor units of the currency. */
export function inMinorUnits({ handling, minMargin, objective }: ProfitWishes, currency: string): ProfitOptions {
  const minor = (sum: number) => fromDecimal(sum, currency)?.minor ?? 0;
  return { handling: minor(handling), minMargin: "sum" in minMargin ? { sum: minor(minMargin.sum) } : minMargin, objective };
}

/** What the merchant says of attributes: `memory=more`, or files of such as JSON; the later ones count. @throws naming what is wrong. */
export async function readBetter(given: readonly string[]): Promise<Better> {
  const better: [string, (typeof WAYS)[number]][] = [];
  for (const one of given) {
    const at = one.lastIndexOf("=");
    const isFile = /\.json$/i.test(one);
    const pairs = isFile ? await readPairs(one) : [[one.slice(0, Math.max(0, at)).trim(), one.slice(at + 1).trim()] as const];
    for (const [name, text] of pairs) {
      const way = WAYS.find((known) => known === text);
      if (!name || !way) throw new Error(`--better ${isFile ? `${one}: ${name}` : one}: write memory=more, weight=less or finish=none`);
      better.push([name, way]);
    }
  }
  return Object.fromEntries(better);
}

async function readPairs(file: string): Promise<readonly (readonly [name: string, way: unknown])[]> {
  const value = await readJsonFile(file);
  if (!isRecord(value)) throw new Error(`--better ${file}: an object is needed, as in {"memory":"more","finish":"none"}`);
  return Object.entries(value);
}
