interface Item {
  readonly key: string;
  readonly quantity: number;
  readonly name: string;
}

interface Cart {
  readonly items: readonly Item[];
}

/** How the blocks ask the Store API. */
export type AskStore = (path: string, body?: object) => Promise<Cart>;

/**
 * What the stores and the blocks of WooCommerce do, in the parts that matter: `wc/store/cart` of the data package with its rows, which are kept as long as
 * their line is in the cart, the other store behind the count in the header, and the event that has one follow the other. Stands by itself, so
 * that its text can be put into a page. `first`: the cart that the page was drawn with, where it has a block of the cart or the checkout.
 * `drawAfter`: ms until the block stands in place of its placeholders.
 */
export function blockTheme(
  ask: AskStore,
  first: Cart | undefined,
  signal: AbortSignal = new AbortController().signal,
  drawAfter = 0,
): void {
  const SYNC = "wc-blocks_store_sync_required";
  const pending = { delete: new Set<string>(), quantity: new Set<string>() };
  const counts = { received: 0, notices: [] as string[] };
  let cart: Cart = first ?? { items: [] };
  let silent = false;
  let isDrawn = !drawAfter;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const tell = (type: string) => window.dispatchEvent(new CustomEvent(SYNC, { detail: { type, quantityChanges: {} } }));

  const drawRows = (table: HTMLElement) => {
    const old = new Map([...table.querySelectorAll<HTMLElement & { key?: string }>("tr")].map((row) => [row.key!, row]));
    for (const { key, quantity, name } of cart.items) {
      const row = (old.get(key) ?? document.createElement("tr")) as HTMLElement & { key?: string };
      if (!old.delete(key)) {
        row.key = key;
        row.className = "wc-block-cart-items__row";
        row.innerHTML =
          '<td class="wc-block-cart-item__product"><div class="wc-block-cart-item__wrap"><a class="wc-block-components-product-name"></a><input class="wc-block-components-quantity-selector__input"><button class="plus">+</button></div></td>';
      }
      row.querySelector("a")!.textContent = new DOMParser().parseFromString(name, "text/html").body.textContent;
      row.querySelector("input")!.value = `${quantity}`;
      table.append(row);
    }
    for (const row of old.values()) row.remove();
  };
  const render = () => {
    const block = find(".wp-block-woocommerce-cart,.wp-block-woocommerce-checkout");
    if (!block || !first || !isDrawn) return;
    if (block.classList.contains("is-loading")) {
      block.classList.remove("is-loading");
      // What it does not know among its placeholders it draws again as it stands there.
      const unknown = [...block.querySelectorAll("*")].filter(({ className }) => !className).map(({ outerHTML }) => outerHTML);
      block.innerHTML = block.matches(".wp-block-woocommerce-cart")
        ? '<div class="wc-block-components-sidebar-layout wc-block-cart"><div class="wc-block-components-main wc-block-cart__main"><table class="wc-block-cart-items"><tbody></tbody></table></div><div class="wc-block-components-sidebar wc-block-cart__sidebar">Cart totals</div></div>'
        : '<div class="wc-block-components-sidebar-layout wc-block-checkout"><div class="wc-block-components-main wc-block-checkout__main"><form class="wc-block-checkout__form"><fieldset class="contact"><input name="email"></fieldset><fieldset class="wp-block-woocommerce-checkout-payment-block">Payment</fieldset></form></div><div class="wc-block-checkout__sidebar"><table class="wc-block-cart-items"><tbody></tbody></table></div></div>';
      block.firstElementChild!.firstElementChild!.insertAdjacentHTML("beforeend", unknown.join(""));
    }
    drawRows(block.querySelector("tbody")!);
  };
  const badge = (held: Cart) => {
    let pieces = 0;
    for (const { quantity } of held.items) pieces += quantity;
    find(".wc-block-mini-cart__badge")!.textContent = `${pieces}`;
  };
  const receiveCart = (next: Partial<Cart>) => {
    counts.received++;
    const { items = cart.items } = next;
    for (const { key, quantity, name } of cart.items) {
      const now = items.find((item) => item.key === key);
      if (!now && !pending.delete.has(key)) counts.notices.push(`"${name}" was removed from your cart.`);
      if (now && now.quantity !== quantity && !pending.quantity.has(key)) counts.notices.push(`The quantity of "${name}" was changed.`);
    }
    cart = { ...cart, ...next };
    render();
    if (!silent) tell("from_@wordpress/data");
  };
  const read = async () => {
    const next = await ask("cart");
    silent = true;
    receiveCart(next);
    silent = false;
  };
  const mark = (set: Set<string>) => (key: string, isPending: boolean) => void (isPending ? set.add(key) : set.delete(key));
  let extension: Record<string, object> = {};
  const stores: Readonly<Record<string, { readonly select: object; readonly dispatch: object }>> = {
    "wc/store/cart": {
      select: {
        hasFinishedResolution: () => true,
        getCartData: () => ({ ...cart, crossSells: (cart as { cross_sells?: unknown }).cross_sells }),
      },
      dispatch: {
        receiveCart,
        invalidateResolutionForStore: () => void read(),
        itemIsPendingDelete: mark(pending.delete),
        itemIsPendingQuantity: mark(pending.quantity),
      },
    },
    "wc/store/checkout": {
      select: { getExtensionData: () => extension },
      dispatch: {
        __internalSetExtensionData(name: string, data: object, isAll = false) {
          extension = { ...extension, [name]: { ...(isAll ? {} : extension[name]), ...data } };
        },
      },
    },
  };
  const of = (part: "select" | "dispatch") => (name: string) => (first ? stores[name]?.[part] : undefined);
  Object.assign(window, { wp: { data: { select: of("select"), dispatch: of("dispatch") } }, blockTheme: counts });

  // The other store, behind the count in the header and the buttons of lists.
  const follow = async () => badge(await ask("cart"));
  window.addEventListener(
    SYNC,
    (event) => {
      const { type } = (event as CustomEvent<{ readonly type: string }>).detail;
      if (type === "from_@wordpress/data") void follow();
      if (type === "from_iAPI" && first) void read();
    },
    { signal },
  );
  document.addEventListener(
    "click",
    async (event) => {
      const row = (event.target as Element).closest<HTMLElement & { key?: string }>("tr");
      if (!(event.target as Element).matches(".plus") || !row) return;
      pending.quantity.add(row.key!);
      receiveCart(await ask("batch", { key: row.key, quantity: Number(row.querySelector("input")!.value) + 1 }));
      pending.quantity.clear();
    },
    { signal },
  );
  badge(cart);
  render();
  if (drawAfter)
    setTimeout(() => {
      isDrawn = true;
      render();
    }, drawAfter);
}
