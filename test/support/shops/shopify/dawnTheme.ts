/**
 * Runs in the page: its parts tell each other by `publish` and `subscribe`, draw their sections anew after a change of the shopper's, and open
 * the drawer after an addition, as those of the theme Dawn do.
 */
export function dawnTheme(): void {
  interface Section {
    readonly id: string;
    readonly section: string;
    readonly selector: string;
  }
  type Told = { readonly source: string };
  const page = window as object as Record<string, unknown>;
  const listeners = new Set<(told: Told) => void>();
  const publish = (_name: string, told: Told) => listeners.forEach((heard) => heard(told));
  page["publish"] = publish;
  page["subscribe"] = (_name: string, heard: (told: Told) => void) => {
    listeners.add(heard);
    return () => void listeners.delete(heard);
  };
  const bubble = { id: "cart-icon-bubble", section: "cart-icon-bubble", selector: ".shopify-section" };
  const find = (html: string, selector: string) =>
    new DOMParser().parseFromString(html, "text/html").querySelector(selector)?.innerHTML ?? "";
  const send = async (path: string, body: object) =>
    (await (await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).json()) as {
      readonly sections: Record<string, string>;
    };

  class CartItems extends HTMLElement {
    connectedCallback() {
      this.addEventListener("change", (event) => void this.changeQuantity(event.target as HTMLInputElement));
      listeners.add((told) => {
        // What it drew itself it does not draw again.
        if (told.source !== "cart-items") document.title = "drawn twice";
      });
    }
    getSectionsToRender(): readonly Section[] {
      return [
        { id: "main-cart-items", section: "main-cart-items", selector: ".js-contents" },
        { id: "main-cart-footer", section: "main-cart-footer", selector: ".js-contents" },
        bubble,
      ];
    }
    async changeQuantity({ dataset, value }: HTMLInputElement): Promise<void> {
      const sections = this.getSectionsToRender();
      const told = await send("/cart/change.js", {
        line: Number(dataset["index"]),
        quantity: Number(value),
        sections: sections.map(({ section }) => section),
      });
      for (const { id, section, selector } of sections) {
        const root = document.getElementById(id)!;
        (root.querySelector(selector) ?? root).innerHTML = find(told.sections[section]!, selector);
      }
      publish("cart-update", { source: "cart-items" });
    }
  }
  customElements.define("cart-items", CartItems);
  customElements.define(
    "cart-drawer-items",
    class extends CartItems {
      override getSectionsToRender(): readonly Section[] {
        return [{ id: "CartDrawer", section: "cart-drawer", selector: ".drawer__inner" }, bubble];
      }
    },
  );
  customElements.define(
    "product-form",
    class extends HTMLElement {
      connectedCallback() {
        this.addEventListener("submit", (event) => {
          event.preventDefault();
          void this.add(Number(this.querySelector<HTMLInputElement>("[name=id]")!.value));
        });
      }
      async add(id: number): Promise<void> {
        const told = await send("/cart/add.js", { items: [{ id, quantity: 1 }] });
        publish("cart-update", { source: "product-form", ...told });
        const { sections } = (await (await fetch("/cart.js?sections=cart-drawer,cart-icon-bubble")).json()) as typeof told;
        document.querySelector("#CartDrawer")!.innerHTML = find(sections["cart-drawer"]!, "#CartDrawer");
        document.querySelector("#cart-icon-bubble")!.innerHTML = find(sections["cart-icon-bubble"]!, ".shopify-section");
        document.querySelector("cart-drawer")!.classList.remove("is-empty");
        document.querySelector("cart-drawer")!.classList.add("active");
      }
    },
  );
}
