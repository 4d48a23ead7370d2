import type { StoreProduct, StoreVariant } from "../../stores/storeProduct.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";

/** One group of radio buttons per option of the product; the chosen variant's are checked. */
export function optionFields(product: StoreProduct, chosen: StoreVariant): readonly Html[] {
  const names = [...new Set(product.variants.flatMap(({ options }) => Object.keys(options)))];
  return names.map((name) => {
    const values = [...new Set(product.variants.flatMap(({ options }) => options[name] ?? []))];
    return html`<fieldset class="options">
      <legend>${name[0]?.toUpperCase()}${name.slice(1)}: <span data-chosen="${name}">${chosen.options[name]}</span></legend>
      <div class="option-row">${values.map((value) => option(name, value, value === chosen.options[name]))}</div>
    </fieldset>`;
  });
}

function option(name: string, value: string, checked: boolean): Html {
  const look =
    name === "colour"
      ? html`<i class="swatch" data-colour="${value.toLowerCase()}"></i><span class="hidden">${value}</span>`
      : html`<span>${value}</span>`;
  return html`<label class="option ${name === "colour" ? "round" : ""}"
    ><input type="radio" name="option.${name}" value="${value}" ${checked && html`checked`} />${look}</label
  >`;
}
