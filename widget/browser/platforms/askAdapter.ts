import type { RefusalCode, WriteResult } from "../../types/platform.ts";
import { isRecord } from "../lib/isRecord.ts";

const REASONS: readonly unknown[] = ["sold-out", "refused", "network", "unsupported"] satisfies readonly RefusalCode[];

/** Makes a shop's own write answer by the contract: what it throws is a dead network, an answer of another shape is a refusal. */
export async function askAdapter(write: () => unknown): Promise<WriteResult> {
  try {
    const answer = await write();
    const { ok, reason, message } = isRecord(answer) ? answer : {};
    if (ok === true) return { ok };
    return {
      ok: false,
      reason: REASONS.includes(reason) ? (reason as RefusalCode) : "refused",
      ...(typeof message === "string" && { message }),
    };
  } catch {
    return { ok: false, reason: "network" };
  }
}
