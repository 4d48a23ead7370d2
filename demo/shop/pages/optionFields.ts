import type { StoreProduct, StoreVariant } from "../../stores/storeProduct.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { Language } from "../texts/languages.ts";
import { labelOf, wordOf } from "../texts/wordOf.ts";

/** One group of radio buttons per option of the product; the chosen variant's are checked. */
export function optionFields(product: StoreProduct, chosen: StoreVariant, language: Language): readonly Html[] {
  const names = [...new Set(product.variants.flatMap(({ options }) => Object.keys(options)))];
  return names.map((name) => {
    const values = [...new Set(product.variants.flatMap(({ options }) => options[name] ?? []))];
    return html`<fieldset class="options">
      <legend>
        ${labelOf(language, name)}: <span data-chosen="${name}" dir="auto">${wordOf(language, chosen.options[name] ?? "")}</span>
      </legend>
      <div class="option-row">${values.map((value) => option({ name, value, checked: value === chosen.options[name], language }))}</div>
    </fieldset>`;
  });
}

interface Option {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly language: Language;
}

function option({ name, value, checked, language }: Option): Html {
  const look =
    name === "colour"
      ? html`<i class="swatch" data-colour="${value.toLowerCase()}"></i><span class="hidden">${wordOf(language, value)}</span>`
      : html`<span dir="auto">${wordOf(language, value)}</span>`;
  return html`<label class="option ${name === "colour" ? "round" : ""}"
    ><input type="radio" name="option.${name}" value="${value}" ${checked && html`checked`} />${look}</label
  >`;
}
