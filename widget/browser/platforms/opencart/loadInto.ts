import { askShop } from "../shop/askShop.ts";
import { jQueryOf } from "../shop/jQueryOf.ts";
import { parseHtml } from "../shop/parseHtml.ts";

/**
 * Fills an element with what the shop answers, through the page's jQuery as the theme's own scripts do, so that scripts in the answer run;
 * `part`: a selector, for a part of it. The whole answer. Rejects where there is none.
 */
export async function loadInto(target: Element, address: string, part?: string): Promise<string> {
  const jQuery = jQueryOf();
  if (jQuery) {
    return new Promise((resolve, reject) => {
      const done = (text: string, status: string) => (status === "error" ? reject(new Error(`${address}: no answer`)) : resolve(text));
      jQuery(target).load(part ? `${address} ${part}` : address, done);
    });
  }
  const { text } = await askShop(address);
  const { body } = parseHtml(text);
  putInto(target, part ? body.querySelectorAll(part) : body.childNodes);
  return text;
}

/** Copies made in the page, because what stands in another document has handlers that do not run. */
export function putInto(target: Element, nodes: Iterable<Node>): void {
  target.replaceChildren(...[...nodes].map((node) => document.importNode(node, true)));
}
