import type { WriteResult } from "../../../types/platform.ts";
import { isRecord } from "../../lib/isRecord.ts";
import type { ShopAnswer } from "../shop/askShop.ts";
import type { ShopParts } from "../shop/createShop.ts";
import type { StoreApi } from "./createStoreApi.ts";
import type { StoreCartPart } from "./createStoreCart.ts";
import { plainText } from "./plainText.ts";
import { postStore } from "./postStore.ts";
import { cartIn } from "./readStoreCart.ts";
import type { ChoicesOf } from "./readStoreProduct.ts";

export interface StoreWriteDeps {
  readonly api: StoreApi;
  readonly cart: Pick<StoreCartPart, "keep">;
  readonly choices: ChoicesOf;
}

/** Writes by the Store API. Of everything it could take it is told the product, the quantity and what of it is chosen. */
export function createStoreWrites({ api, cart, choices }: StoreWriteDeps): ShopParts["write"] {
  const send = async (path: string, body: object): Promise<ShopAnswer> => {
    // Whatever becomes of it, the cart may be another.
    cart.keep(undefined);
    const answer = await postStore(api, `cart/${path}`, body);
    cart.keep(cartIn(answer.body));
    return answer;
  };
  return {
    async add({ product, variant = product, quantity, options = {} }) {
      const id = Number(/^(\d+)(?::|$)/.exec(variant)?.[1]);
      if (!id) return { ok: false, reason: "refused" };
      const told = choices.get(variant) ?? Object.entries(options).map(([attribute, value]) => ({ attribute, value }));
      const answer = await send("add-item", { id, quantity, ...(told[0] && { variation: told }) });
      // The catalogue may name the values of a variation otherwise; its id tells them well enough.
      const isMisnamed = told[0] && codeOf(answer) === "woocommerce_rest_invalid_variation_data";
      return resultOf(isMisnamed ? await send("add-item", { id, quantity }) : answer);
    },
    setQuantity: async (key, quantity) => resultOf(await send("update-item", { key, quantity })),
    remove: async (key) => resultOf(await send("remove-item", { key })),
  };
}

const codeOf = ({ body }: ShopAnswer): unknown => (isRecord(body) ? body["code"] : undefined);

/** Refusals are told as `{ code, message }`; what is neither that nor the cart is another's word. */
function resultOf(answer: ShopAnswer): WriteResult {
  const { status, body } = answer;
  if (status < 300 && cartIn(body)) return { ok: true };
  const message = plainText(isRecord(body) ? body["message"] : undefined);
  const reason = /stock/.test(String(codeOf(answer))) ? "sold-out" : "refused";
  return { ok: false, reason, ...(message && { message }) };
}
