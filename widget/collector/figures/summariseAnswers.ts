import type { AnswerRow, RefusalAnswer, RefusedPair, ReportFigures } from "../../types/report.ts";
import { sum } from "./sum.ts";

/** Refusals by pair and reason, and how often somebody found an offer helpful. */
export function summariseAnswers(rows: readonly AnswerRow[]): Pick<ReportFigures, "refused" | "refusals" | "helpful"> {
  const pairs = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.for, row.product]);
    if (row.answer !== "helpful") pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  const refused = [...pairs.values()].flatMap(([first, ...others]) => (first ? [toRefused(first, [first, ...others])] : []));
  return {
    refused: refused.toSorted((a, b) => b.total - a.total),
    refusals: countAnswers(rows),
    helpful: sum(rows, ({ answer, count }) => (answer === "helpful" ? count : 0)),
  };
}

function toRefused(pair: Pick<AnswerRow, "for" | "product">, rows: readonly AnswerRow[]): RefusedPair {
  return { for: pair.for, product: pair.product, answers: countAnswers(rows), total: sum(rows, ({ count }) => count) };
}

function countAnswers(rows: readonly AnswerRow[]): RefusedPair["answers"] {
  const counts: Partial<Record<RefusalAnswer, number>> = {};
  for (const { answer, count } of rows) if (answer !== "helpful") counts[answer] = (counts[answer] ?? 0) + count;
  return counts;
}
