import { parseHtml } from "../shop/parseHtml.ts";

/** What a shopper reads where the shop puts this HTML. WordPress writes names and messages as HTML, entities and all. */
export function plainText(html: unknown): string {
  return typeof html === "string" ? parseHtml(html).body.textContent.trim() : "";
}
