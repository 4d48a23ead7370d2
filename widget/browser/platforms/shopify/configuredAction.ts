import type { WriteResult } from "../../../types/platform.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { pageObject } from "../shop/pageObject.ts";

interface UpdateCart {
  (payload: object, options: object): PromiseLike<unknown>;
  isDefault?(): boolean;
}

const OURS = { event: { context: "cart", detail: { source: "goeswith" } } };

/**
 * Changes a line by the standard action, where the theme has set it up: it then brings itself up to date. The default one would load the page
 * anew in a theme it does not know. Source: https://shopify.dev/docs/api/storefront-events-and-actions/actions/configure
 */
export function configuredAction(): ((line: object) => Promise<WriteResult>) | undefined {
  const actions = pageObject("Shopify")?.["actions"] as { readonly updateCart?: UpdateCart } | undefined;
  const update = actions?.updateCart;
  return update?.isDefault?.() === false ? async (line) => readOutcome(await update({ lines: [line] }, OURS)) : undefined;
}

/** A refusal is told in a list, without an error. */
function readOutcome(outcome: unknown): WriteResult {
  const { userErrors } = isRecord(outcome) ? outcome : {};
  const [first]: readonly unknown[] = Array.isArray(userErrors) ? userErrors : [];
  if (!first) return { ok: true };
  const message = isRecord(first) ? first["message"] : undefined;
  return { ok: false, reason: "refused", ...(typeof message === "string" && { message }) };
}
