import { isRecord } from "../../lib/isRecord.ts";
import { parseHtml } from "../shop/parseHtml.ts";

/** The shop's own words for its refusal, without their markup. One error is a text, several are a list, of which the first counts. */
export function readErrors(answer: unknown): { readonly message?: string } {
  const errors = isRecord(answer) ? answer["errors"] : undefined;
  const [first] = Object.values(typeof errors === "string" ? [errors] : (errors ?? []));
  const message = typeof first === "string" ? parseHtml(first).body.textContent.trim() : "";
  return message ? { message } : {};
}
