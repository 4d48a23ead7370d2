import type { Attributes } from "../../../types/product.ts";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Names and values as a form sends them. */
export type Fields = readonly (readonly [string, string])[];

/** One option of a product's form. */
interface Option {
  /** As it is sent: `option[218]`, `option[223][]`. */
  readonly field: string;
  readonly name: string;
  /** What there is to choose from; `undefined` where anything may be written. */
  readonly choices?: readonly { readonly label: string; readonly value: string }[];
}

/** What the form holds now, as the theme's own button sends it: fields of options, of a subscription (4) or a recurring payment (2 and 3). */
export function chosenNow(form: Element): Fields {
  return fieldsOf(form, '[name^="option["],[name="subscription_plan_id"],[name="recurring_id"]').flatMap((field) =>
    isTick(field) && !field.checked ? [] : [[field.name, field.value] as const],
  );
}

/**
 * The fields that stand for options as a catalogue or a cart names them. Carts cut values after 20 characters, and those of 3 do not say where
 * a name ends; what the form does not know, as the model and reward points there, is left out. `undefined`: it knows the name and not the value.
 */
export function chooseOptions(form: Element, wanted: Attributes): Fields | undefined {
  const options = optionsOf(form);
  const chosen: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const asked = plain(`${name} ${value}`);
    const option = options.find((one) => asked.startsWith(`${one.name} `));
    if (!option) continue;
    const rest = asked.slice(option.name.length + 1);
    if (!option.choices) {
      chosen.push([option.field, rest]);
      continue;
    }
    const fits = ({ label }: { readonly label: string }) => rest.split(", ").some((part) => isLabel(label, part)) || isLabel(label, rest);
    const found = option.choices.filter(fits);
    if (!found[0]) return undefined;
    for (const { value: id } of found) chosen.push([option.field, id]);
  }
  return chosen;
}

function optionsOf(form: Element): readonly Option[] {
  const options = new Map<string, Option>();
  for (const field of fieldsOf(form, '[name^="option["]')) {
    const label = field.closest(".form-group,.mb-3")?.querySelector("label");
    const known = options.get(field.name);
    const choices = isTick(field)
      ? [...(known?.choices ?? []), { label: labelOf(field.closest("label,.form-check")), value: field.value }]
      : field instanceof HTMLSelectElement && [...field.options].map((one) => ({ label: labelOf(one), value: one.value }));
    options.set(field.name, { field: field.name, name: plain(label?.textContent ?? ""), ...(choices && { choices }) });
  }
  // "Date & Time" before "Date".
  return [...options.values()].filter(({ name }) => name).sort((a, b) => b.name.length - a.name.length);
}

const fieldsOf = (form: Element, selector: string) => [...form.querySelectorAll<Field>(selector)];

const isTick = (field: Field): field is HTMLInputElement => /^(radio|checkbox)$/.test(field.type);

/** Without what it costs more: "Large (+$10.00)". */
const labelOf = (element: Element | null) => plain(element?.textContent ?? "").replace(/ \([+=-][^()]*\)$/, "");

const isLabel = (label: string, asked: string) => (asked.endsWith("..") ? label.startsWith(asked.slice(0, -2)) : label === asked);

const plain = (text: string) => text.trim().replace(/\s+/g, " ");
