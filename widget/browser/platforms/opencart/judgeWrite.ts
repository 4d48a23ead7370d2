import type { WriteResult } from "../../../types/platform.ts";
import { isRecord } from "../../lib/isRecord.ts";
import type { ShopAnswer } from "../shop/askShop.ts";
import { parseHtml } from "../shop/parseHtml.ts";

/**
 * What the shop made of a write. It answers 200 in any case: `success` with a sentence, `error` with one, or with one for each field, and `redirect`
 * alone where the last line was taken out.
 */
export function judgeWrite({ status, body }: ShopAnswer): WriteResult {
  const { error, success, redirect } = isRecord(body) ? body : {};
  if (status < 400 && !error && (success || redirect)) return { ok: true };
  const words = wordsOf(error);
  // Stock is not looked at here by the shop itself; what says so is an extension of it.
  const reason = /stock|sold out|налич/i.test(words) ? "sold-out" : "refused";
  return { ok: false, reason, ...(words && { message: words }) };
}

/** The first sentence there is, as text. */
function wordsOf(error: unknown): string {
  if (typeof error === "string") return parseHtml(error).body.textContent.trim();
  return isRecord(error) ? wordsOf(Object.values(error)[0]) : "";
}
