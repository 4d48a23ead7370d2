import { isDelivery } from "../cart/deliveries.ts";
import type { Recipient } from "../cart/createOrders.ts";
import { page, redirect } from "../http/reply.ts";
import type { Reply } from "../http/reply.ts";
import { cartPage } from "../pages/cartPage.ts";
import { checkoutPage, recipientFields } from "../pages/checkoutPage.ts";
import { homePage } from "../pages/homePage.ts";
import { listingPage } from "../pages/listingPage.ts";
import { partnerPage, termsPage } from "../pages/messagePage.ts";
import { productPage } from "../pages/productPage.ts";
import { thanksPage } from "../pages/thanksPage.ts";
import { cartIn } from "../texts/inLanguage.ts";
import type { Route, ShopParts, ShopRequest } from "../shopRequest.ts";

/** The pages a shopper walks through. */
export function pageRoutes(parts: ShopParts): readonly Route[] {
  const { carts, orders } = parts;
  const found = (text: string | undefined): Reply | undefined => (text === undefined ? undefined : page(text));
  return [
    { method: "GET", pattern: /^\/$/, answer: ({ context }) => page(homePage(context())) },
    {
      method: "GET",
      pattern: /^\/c\/(?<section>[^/]+)(?:\/(?<part>[^/]+))?$/,
      answer({ params, context }) {
        const now = context();
        const section = now.catalogue.sections.find(({ slug }) => slug === params.section);
        return section && found(listingPage(now, section, params.part));
      },
    },
    {
      method: "GET",
      pattern: /^\/p\/(?<id>[^/]+)$/,
      answer({ params, context, url }) {
        const now = context();
        const product = now.catalogue.find(params.id ?? "");
        return product && page(productPage(now, product, url));
      },
    },
    {
      method: "GET",
      pattern: /^\/partners\/(?<id>[^/]+)$/,
      answer({ params, context }) {
        const now = context();
        const product = now.catalogue.find(params.id ?? "");
        return product?.kind === "partner" ? page(partnerPage(now, product)) : undefined;
      },
    },
    {
      method: "GET",
      pattern: /^\/terms\/(?<id>[^/]+)$/,
      answer({ params, context }) {
        const now = context();
        const product = now.catalogue.find(params.id ?? "");
        return product?.terms ? page(termsPage(now, product)) : undefined;
      },
    },
    { method: "GET", pattern: /^\/cart$/, answer: ({ context }) => page(cartPage(context())) },
    {
      method: "GET",
      pattern: /^\/checkout$/,
      answer: ({ context, visitor }) => (carts.of(visitor).lines.length ? page(checkoutPage(context())) : redirect("/cart")),
    },
    { method: "POST", pattern: /^\/checkout$/, answer: (request) => placeOrder(parts, request) },
    {
      method: "GET",
      pattern: /^\/thanks\/(?<id>[^/]+)$/,
      answer({ params, context, visitor }) {
        const order = orders.find(visitor, params.id ?? "");
        const now = context();
        return order && page(thanksPage(now, { ...order, cart: cartIn(now.catalogue, order.cart) }));
      },
    },
  ];
}

function placeOrder({ carts, orders }: ShopParts, { body, visitor, context, url }: ShopRequest): Reply {
  const recipient = Object.fromEntries(
    recipientFields.map(([name]) => [name, typeof body[name] === "string" ? body[name].trim() : ""]),
  ) as unknown as Recipient;
  if (isDelivery(body.delivery)) carts.setDelivery(visitor, body.delivery);
  const cart = carts.of(visitor);
  if (!cart.lines.length) return redirect("/cart");
  const missing = recipientFields.filter(([name]) => !recipient[name]).map(([name]) => context().switches.language.texts[name]);
  if (missing.length) return page(checkoutPage(context(), recipient, missing), 422);
  const order = orders.place(visitor, cart, recipient);
  carts.clear(visitor);
  return redirect(`/thanks/${order.id}${url.search}`);
}
