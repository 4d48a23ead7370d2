import type { PageMarkup } from "./readPageMarkup.ts";

/** For pages that do not say everything in our words. */
export async function loadPageMarkup(): Promise<PageMarkup> {
  return (await import("./readPageMarkup.ts")).readPageMarkup;
}
