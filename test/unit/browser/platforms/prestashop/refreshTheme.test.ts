import { afterEach, expect, test, vi } from "vitest";
import { refreshTheme } from "../../../../../widget/browser/platforms/prestashop/refreshTheme.ts";

const page = window as unknown as { prestashop?: object };
const cart = {
  products: [
    { id_product: 6, id_product_attribute: 0 },
    { id_product: 1, id_product_attribute: 40 },
  ],
};
const answer = { id_product: 8, id_product_attribute: 2, quantity: 1, cart };

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
  delete page.prestashop;
});

/** A page with a bus, and a server that gives this answer. */
function pageOf(html: string, answered: object) {
  document.body.innerHTML = html;
  const emit = vi.fn<(event: string, told: object) => void>();
  const heard = new Map<string, (told: object) => void>();
  const removeListener = (event: string) => void heard.delete(event);
  page.prestashop = {
    emit,
    on: (event: string, one: (told: object) => void) => void heard.set(event, one),
    removeListener,
    urls: { pages: { order: "/order" } },
  };
  const fetch = vi.fn<(address: string, how: RequestInit) => Promise<Response>>(async () => new Response(JSON.stringify(answered)));
  vi.stubGlobal("fetch", fetch);
  return { emit, heard, asked: () => fetch.mock.calls.map(([address, { body }]) => `${address} ${body as URLSearchParams}`) };
}

test("tells the bus with the cart for every version, and with an action that opens no box", () => {
  const { emit, asked } = pageOf("", {});
  refreshTheme(answer);
  const reason = { idProduct: 8, idProductAttribute: 2, idCustomization: undefined, linkAction: "goeswith", cart };
  expect(emit.mock.calls).toEqual([["updateCart", { reason, resp: answer }]]);
  expect(asked()).toEqual([]);
});

const BLOCK = '<div class="blockcart" data-refresh-url="//shop/ajax"></div>';
const box = (state: string, sums: string) =>
  `<div id="blockcart-modal" class="modal fade ${state}"><div class="modal-body"><b>Added: Shirt</b>${sums}</div></div>`;

test.each([
  ["classic", "in", "cart-content"],
  ["hummingbird", "show", "blockcart-modal__summery"],
])("in %s the open box tells the new sums, and stays as it is otherwise", async (_, state, name) => {
  const modal = box("", `<div class="${name}">2 items</div>`).replace("Shirt", "Mug");
  const { asked } = pageOf(BLOCK + box(state, `<div class="${name}">1 item</div>`), { modal });
  refreshTheme(answer);
  await vi.waitFor(() => expect(document.querySelector("#blockcart-modal")?.textContent).toBe("Added: Shirt2 items"));
  expect(asked()).toEqual(["//shop/ajax action=add-to-cart&id_product=1&id_product_attribute=40"]);
});

test("a closed box, and one without a header's cart beside it, cost no request", () => {
  const { asked } = pageOf(BLOCK + box("", '<div class="cart-content">1 item</div>'), {});
  refreshTheme(answer);
  document.body.innerHTML = box("in", '<div class="cart-content">1 item</div>');
  refreshTheme(answer);
  expect(asked()).toEqual([]);
});

const LIST = '<section id="js-checkout-summary"><div class="cart-summary-products">1 item</div><p>Sum</p></section>';

test("before 1.7.8 the list beside the checkout is drawn anew once the theme has drawn the rest", async () => {
  const { heard, asked } = pageOf(LIST, { preview: LIST.replace("1 item", "2 items") });
  refreshTheme(answer);
  expect(asked()).toEqual([]);
  heard.get("updatedCart")?.({ resp: { cart_summary_totals: "" } });
  await vi.waitFor(() => expect(document.querySelector(".cart-summary-products")?.textContent).toBe("2 items"));
  expect(asked()).toEqual(["/order ajax=1&action=selectDeliveryOption"]);
  expect(heard.size).toBe(0);
});

test("later versions draw that list themselves", () => {
  const { heard, asked } = pageOf(LIST, {});
  refreshTheme(answer);
  heard.get("updatedCart")?.({ resp: { cart_summary_products: "" } });
  expect([asked(), heard.size]).toEqual([[], 0]);
});
