/** How the theme asks its server: for JSON or a page, as text. */
export type AskText = (address: string, body?: string) => Promise<string>;

interface Query {
  on(events: string, run: (event: { readonly target: Element }, ...more: readonly unknown[]) => void): void;
  trigger(name: string, more?: readonly unknown[]): void;
}

/**
 * What cart-fragments.js, cart.js, checkout.js and add-to-cart.js of WooCommerce do, in the parts that matter. Stands by itself, so that its
 * text can be put into a page.
 */
export function classicTheme(ask: AskText, signal: AbortSignal = new AbortController().signal): void {
  const { jQuery } = window as unknown as { jQuery(on: unknown): Query };
  const body = jQuery(document.body);
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const part = (html: string, selector: string) => new DOMParser().parseFromString(html, "text/html").querySelector(selector);

  const refreshParts = async () => {
    const { fragments } = JSON.parse(await ask("/?wc-ajax=get_refreshed_fragments", "time=1")) as { fragments: Record<string, string> };
    for (const [selector, html] of Object.entries(fragments)) find(selector)?.replaceWith(part(html, selector)!);
    body.trigger("wc_fragments_refreshed");
  };
  const redraw = (html: string) => {
    if (!find(".woocommerce-cart-form")) return location.reload();
    const form = part(html, ".woocommerce-cart-form");
    if (form) {
      find(".woocommerce-cart-form")!.replaceWith(form);
      find(".cart_totals")!.replaceWith(part(html, ".cart_totals")!);
    } else {
      find(".woocommerce-cart-form")!.closest(".woocommerce")!.replaceWith(part(html, ".wc-empty-cart-message")!.closest(".woocommerce")!);
      body.trigger("wc_cart_emptied");
    }
    body.trigger("updated_wc_div");
  };
  const redrawFrom = async (address: string, sent?: string) => redraw(await ask(address, sent));
  body.on("wc_fragment_refresh updated_wc_div", () => void refreshParts());
  body.on("wc_update_cart", () => void redrawFrom("/cart/", "woocommerce-cart-nonce=112ac68698"));
  body.on("update_checkout", async () => {
    if (!find("form.woocommerce-checkout")) return;
    const { fragments } = JSON.parse(await ask("/?wc-ajax=update_order_review", "security=0")) as { fragments: Record<string, string> };
    for (const [selector, html] of Object.entries(fragments)) find(selector)?.replaceWith(part(html, selector)!);
    body.trigger("updated_checkout");
  });
  document.addEventListener(
    "click",
    (event) => {
      const target = event.target as Element;
      const link = target.closest<HTMLAnchorElement>(".product-remove a");
      const update = target.closest<HTMLButtonElement>('[name="update_cart"]');
      if (!link && !update) return;
      event.preventDefault();
      if (link) return void redrawFrom(link.href);
      const fields = new URLSearchParams(new FormData(update!.form!) as unknown as Record<string, string>);
      void redrawFrom("/cart/", `${String(fields)}&update_cart=1`);
    },
    { signal },
  );
}
