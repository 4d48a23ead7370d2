import type { TextName, Texts } from "../../../types/texts.ts";
import { fill } from "./fill.ts";

/** The same for a text with forms that go with a number: `{count|one:review|other:reviews}`. Which one does, the rules of its language tell. */
export function fillForms(texts: Texts, name: TextName, values: Readonly<Record<string, string | number | undefined>>): string {
  const text = texts[name].replace(/\{(\w+)(\|.*?)\}/g, (_, key: string, forms: string) => {
    const form = (kind: string) => forms.split(`|${kind}:`)[1]?.split("|")[0];
    return form(new Intl.PluralRules(texts.lang).select(Number(values[key]))) ?? form("other") ?? "";
  });
  return fill({ ...texts, [name]: text }, name, values);
}
