/** How the theme asks its server. */
export type Post = (address: string, fields: Readonly<Record<string, string>>) => Promise<Readonly<Record<string, unknown>>>;

interface Told {
  readonly reason?: Readonly<Record<string, unknown>> | DOMStringMap;
  readonly resp?: Readonly<Record<string, unknown>>;
}

interface Bus {
  cart?: unknown;
  on(event: string, heard: (told: Told) => void): void;
  removeListener(event: string, heard: (told: Told) => void): void;
  emit(event: string, told: Told): void;
}

/**
 * What the scripts of theme classic and its cart module do, in the parts that matter: the bus, the cart page drawn anew for every change, the
 * count in the header, the box after an addition, and the product page drawn anew for another combination. Stands by itself, so that its text
 * can be put into a page.
 */
export function classicTheme(post: Post, signal: AbortSignal = new AbortController().signal): void {
  const shop = (window as unknown as { prestashop: Bus }).prestashop;
  const listeners = new Map<string, ((told: Told) => void)[]>();
  const all = (event: string) => listeners.get(event) ?? [];
  shop.on = (event, heard) => void listeners.set(event, [...all(event), heard]);
  shop.removeListener = (event, heard) =>
    void listeners.set(
      event,
      all(event).filter((one) => one !== heard),
    );
  shop.emit = (event, told) => all(event).forEach((heard) => heard(told));

  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const draw = (selector: string, html: unknown) => {
    const fresh = typeof html === "string" ? new DOMParser().parseFromString(html, "text/html").querySelector(selector) : null;
    if (fresh) find(selector)?.replaceWith(fresh);
  };
  const texts = (fields: object) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? "")]));
  const start = () => {
    shop.on("updateCart", async ({ resp, reason }) => {
      shop.cart = resp?.["cart"];
      const address = find(".js-cart")?.dataset["refreshUrl"];
      if (!address) return;
      const parts = await post(address, texts({ id_product: reason?.["idProduct"], id_product_attribute: reason?.["idProductAttribute"] }));
      draw(".cart-detailed-totals", parts["cart_detailed_totals"]);
      draw(".cart-overview", parts["cart_detailed"]);
      shop.emit("updatedCart", { resp: parts });
    });
    shop.on("updateCart", async ({ resp, reason }) => {
      const address = find(".blockcart")?.dataset["refreshUrl"];
      if (!address || !reason || !resp || resp["hasError"]) return;
      const asked = texts({
        id_product: reason["idProduct"],
        id_product_attribute: reason["idProductAttribute"],
        action: reason["linkAction"],
      });
      const { preview, modal } = await post(address, asked);
      draw(".blockcart", preview);
      if (typeof modal !== "string") return;
      find("#blockcart-modal")?.remove();
      document.body.insertAdjacentHTML("beforeend", modal);
      find("#blockcart-modal")?.classList.add("in");
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  const linkOf = (event: Event) => (event.target as Element).closest<HTMLAnchorElement>('[data-link-action="delete-from-cart"]');
  const buttonOf = (event: Event) => (event.target as Element).closest<HTMLButtonElement>('[data-button-action="add-to-cart"]');
  const pressed = async (event: Event) => {
    const [link, button] = [linkOf(event), buttonOf(event)];
    if (!link && !button) return;
    event.preventDefault();
    if (link) return shop.emit("updateCart", { reason: link.dataset, resp: await post(link.href, { ajax: "1", action: "update" }) });
    const form = button!.form!;
    const fields = Object.fromEntries([...new FormData(form)] as [string, string][]);
    const resp = await post(form.action, { ...fields, add: "1", action: "update" });
    const { id_product: idProduct, id_product_attribute: idProductAttribute, cart } = resp;
    shop.emit("updateCart", { reason: { idProduct, idProductAttribute, idCustomization: 0, linkAction: "add-to-cart", cart }, resp });
  };
  const chosen = async ({ target }: Event) => {
    if (!(target as Element).closest(".product-variants")) return;
    const parts = await post(location.href, { ajax: "1", action: "refresh", group: (target as HTMLSelectElement).value });
    draw("#product-details", parts["product_details"]);
    draw(".product-prices", parts["product_prices"]);
    draw(".product-additional-info", '<div class="product-additional-info">Share</div>');
    shop.emit("updatedProduct", parts);
  };
  document.addEventListener("click", (event) => void pressed(event), { signal });
  document.addEventListener("change", (event) => void chosen(event), { signal });
}
