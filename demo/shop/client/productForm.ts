import type { CartClient } from "./cartClient.ts";
import type { OpenDrawer } from "./drawer.ts";
import { failureText } from "./toast.ts";

interface Choice {
  readonly id: string;
  readonly options: Readonly<Record<string, string>>;
  /** What the options are called on this page. */
  readonly labels: Readonly<Record<string, string>>;
  readonly price: string;
  readonly picture: string;
  readonly stock: string;
  readonly available: boolean;
}

/** Variant choice and the buy button of the product page. */
export function wireProductForm(cart: CartClient, openDrawer: OpenDrawer): void {
  const form = document.querySelector<HTMLFormElement>("form[data-buy]");
  if (!form) return;
  const choices = JSON.parse(form.querySelector("[data-variants]")?.textContent ?? "[]") as readonly Choice[];
  const refusal = form.querySelector("[data-refusal]") as HTMLElement;

  form.addEventListener("change", (event) => {
    refusal.textContent = "";
    if ((event.target as HTMLInputElement).type === "radio") choose(form, choices);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    refusal.textContent = "";
    const fields = new FormData(form);
    const variant = form.dataset.goeswithVariant;
    const item = { product: fields.get("product"), quantity: Number(fields.get("quantity") ?? 1), ...(variant && { variant }) };
    void cart.change("add", item).then((outcome) => {
      if (outcome.ok) openDrawer();
      else refusal.textContent = outcome.message ?? failureText("failed");
    });
  });
}

function choose(form: HTMLFormElement, choices: readonly Choice[]): void {
  const fields = new FormData(form);
  const choice = choices.find(({ options }) => Object.entries(options).every(([name, value]) => fields.get(`option.${name}`) === value));
  if (!choice) return;
  form.dataset.goeswithVariant = choice.id;
  put(form, "[data-price]", choice.price);
  put(form, "[data-stock]", choice.stock);
  form.querySelector("[data-stock]")?.classList.toggle("out", !choice.available);
  form.querySelector("button")?.toggleAttribute("disabled", !choice.available);
  for (const [name, value] of Object.entries(choice.labels)) put(form, `[data-chosen="${name}"]`, value);
  document.querySelector<HTMLImageElement>("[data-picture]")?.setAttribute("src", choice.picture);
  document.dispatchEvent(new CustomEvent("goeswith:change"));
}

function put(form: HTMLFormElement, selector: string, text: string): void {
  const place = form.querySelector(selector);
  if (place) place.textContent = text;
}
