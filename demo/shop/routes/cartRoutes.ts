import type { Change, ItemAsked, Refusal } from "../cart/createCarts.ts";
import { isDelivery } from "../cart/deliveries.ts";
import type { StoreProduct } from "../../stores/storeProduct.ts";
import { isForm } from "../http/readBody.ts";
import { json, redirect } from "../http/reply.ts";
import type { Reply } from "../http/reply.ts";
import { cartData } from "../pages/cartData.ts";
import type { PageContext } from "../pages/pageContext.ts";
import { put } from "../texts/put.ts";
import { sections } from "../pages/cartSections.ts";
import type { Route, ShopParts, ShopRequest } from "../shopRequest.ts";

/** The cart's JSON interface: every answer holds the cart and the sections asked for by `?sections=a,b`. Plain forms are led to the cart page. */
export function cartRoutes(parts: ShopParts): readonly Route[] {
  const { carts } = parts;
  const change = (path: string, apply: (request: ShopRequest) => Change): Route => ({
    method: "POST",
    pattern: new RegExp(`^/api/cart/${path}$`),
    answer(request) {
      const result = apply(request);
      if (isForm(request.raw)) return redirect("/cart");
      return result.ok ? cartAnswer(parts, request) : json({ message: refusalText(result, request.context()), reason: result.why }, 422);
    },
  });
  return [
    { method: "GET", pattern: /^\/api\/cart$/, answer: (request) => cartAnswer(parts, request) },
    change("add", ({ visitor, body }) => carts.add(visitor, itemOf(parts, body))),
    change("swap", ({ visitor, body }) => carts.swap(visitor, text(body.key), itemOf(parts, body))),
    change("quantity", ({ visitor, body }) => carts.setQuantity(visitor, text(body.key), Number(body.quantity ?? Number.NaN))),
    change("remove", ({ visitor, body }) => carts.setQuantity(visitor, text(body.key), 0)),
    change("delivery", ({ visitor, body }) => {
      if (!isDelivery(body.delivery)) return { ok: false, why: "noSuchDelivery" };
      carts.setDelivery(visitor, body.delivery);
      return { ok: true };
    }),
  ];
}

/** The refusal in the shop's language. */
function refusalText({ why, product = "", left = 0 }: Refusal, { switches, catalogue }: PageContext): string {
  return put(switches.language.texts[why], { product: catalogue.find(product)?.title ?? "", left });
}

function cartAnswer({ front }: ShopParts, { context, url }: ShopRequest): Reply {
  const now = context();
  const asked = (url.searchParams.get("sections") ?? "").split(",").filter((name) => Object.hasOwn(sections, name));
  return json({ cart: cartData(front, now.cart), sections: Object.fromEntries(asked.map((name) => [name, sections[name]?.(now).html])) });
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function itemOf({ catalogue }: ShopParts, body: Readonly<Record<string, unknown>>): ItemAsked {
  const product = text(body.product);
  const variant = text(body.variant) || chosenVariant(catalogue.find(product), body);
  const boundTo = text(body.boundTo);
  return { product, quantity: Number(body.quantity ?? 1), ...(variant && { variant }), ...(boundTo && { boundTo }) };
}

/** The variant a plain form means with its `option.NAME` fields. */
function chosenVariant(product: StoreProduct | undefined, body: Readonly<Record<string, unknown>>): string | undefined {
  const chosen = Object.entries(body).flatMap(([name, value]) =>
    name.startsWith("option.") ? [[name.slice("option.".length), value] as const] : [],
  );
  return chosen.length ? product?.variants.find(({ options }) => chosen.every(([name, value]) => options[name] === value))?.id : undefined;
}
