import { toJson } from "../../lib/toJson.ts";
import type { ShopAnswer } from "../shop/askShop.ts";
import type { StoreApi } from "./createStoreApi.ts";
import { hasCart } from "./createStoreCart.ts";

/** A write, with the token it needs; once more with a fresh one where the shop says that it has run out. */
export async function postStore({ ask, tokens }: StoreApi, path: string, body: object): Promise<ShopAnswer> {
  const send = (more?: Readonly<Record<string, string>>) =>
    ask(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Nonce: tokens.nonce ?? "", ...more },
      body: toJson(body),
    });
  if (!tokens.nonce) await ask("cart", {});
  const used = tokens.nonce;
  const answer = await send();
  if (answer.status !== 401 && answer.status !== 403) return answer;
  if (tokens.nonce === used) await ask("cart", {});
  // The cart's own token stands for the nonce. Without a cart it would open one that the shopper's cookies do not lead to.
  return send(hasCart() && tokens.cart ? { "Cart-Token": tokens.cart } : {});
}
