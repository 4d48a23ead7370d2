/** Runs in the page: its parts hear of a change before it is made, by the standard event, and draw themselves by what its promise brings, as those of the theme Horizon do. */
export function horizonTheme(): void {
  interface Outcome {
    readonly cart?: { readonly totalQuantity?: number };
    readonly detail?: { readonly sections?: Record<string, string> };
  }
  type LinesUpdate = Event & { readonly action: string; readonly promise: Promise<Outcome> };
  const NAME = "shopify:cart:lines-update";
  customElements.define(
    "cart-icon",
    class extends HTMLElement {
      connectedCallback() {
        document.addEventListener(NAME, (event) => {
          void (event as LinesUpdate).promise.then(({ cart }) => {
            this.querySelector(".cart-bubble")!.classList.toggle("visually-hidden", !cart?.totalQuantity);
            this.querySelector(".cart-bubble__text-count")!.textContent = `${cart?.totalQuantity}`;
          });
        });
      }
    },
  );
  customElements.define(
    "cart-items-component",
    class extends HTMLElement {
      connectedCallback() {
        document.addEventListener(NAME, (event) => {
          // An addition opens the drawer of a theme that has one.
          if ((event as LinesUpdate).action === "add") document.title = "drawer open";
          void (event as LinesUpdate).promise.then(({ detail }) => {
            const html = detail?.sections?.[this.dataset["sectionId"]!];
            const now = html && new DOMParser().parseFromString(html, "text/html").querySelector(this.localName);
            if (now) this.innerHTML = now.innerHTML;
            else document.title = "asked again";
          });
        });
      }
    },
  );
  /** The shopper takes the last line out. */
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("#remove")) return;
    const promise = fetch("/cart/change.js", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ line: document.querySelectorAll("tr[data-key]").length, quantity: 0, sections: ["template--7__main"] }),
    }).then(async (answer) => {
      const told = (await answer.json()) as { readonly item_count: number; readonly sections: Record<string, string> };
      return { cart: { totalQuantity: told.item_count }, detail: { sections: told.sections } };
    });
    document.dispatchEvent(Object.assign(new Event(NAME, { bubbles: true }), { action: "remove", context: "cart", lines: [], promise }));
  });
}
