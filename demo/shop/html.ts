/** Markup that is safe to send: everything put into it was escaped. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | false | null | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Template tag: every value is escaped unless it is `Html` itself; lists are joined, `false`, `null` and `undefined` leave nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + markup(values[index])).join("") };
}

/** A value as JSON inside a data block; `<` is escaped so that no value can end the block. */
export function jsonBlock(attributes: Html, value: unknown): Html {
  const safe = JSON.stringify(value).replaceAll("<", "\\u003c");
  return { html: `<script ${attributes.html}>${safe}</script>` };
}

function markup(part: Part): string {
  if (part === undefined || part === null || part === false) return "";
  if (typeof part === "string" || typeof part === "number")
    return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
  return "html" in part ? part.html : part.map(markup).join("");
}
