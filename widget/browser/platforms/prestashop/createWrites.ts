import type { LineKey } from "../../../types/cart.ts";
import type { ShopParts } from "../shop/createShop.ts";
import type { Controller, Fields } from "./createController.ts";
import { lineKey, piecesIn } from "./rawCart.ts";

/** The writes of CartController.php, each judged by the cart in its answer. */
export function createWrites({ newest, write }: Controller): ShopParts["write"] {
  return {
    /** Without a combination the shop takes the product's default one. */
    add({ product, variant = 0, quantity }) {
      const before = newest();
      const fields = { add: 1, id_product: product, id_product_attribute: variant, id_customization: 0, qty: quantity };
      return write(fields, (answer) => Number(answer.quantity) > piecesIn(before, lineKey(answer)));
    },
    async setQuantity(key, quantity) {
      const more = quantity - piecesIn(newest(), key);
      if (more === quantity) return { ok: false, reason: "refused" };
      // The quantity that is sent is how many more or fewer.
      const fields = { update: 1, ...idsOf(key), op: more < 0 ? "down" : "up", qty: Math.abs(more) };
      return more ? write(fields, ({ cart }) => piecesIn(cart, key) === quantity) : { ok: true };
    },
    async remove(key) {
      if (!piecesIn(newest(), key)) return { ok: false, reason: "refused" };
      return write({ delete: 1, ...idsOf(key) }, ({ cart }) => !piecesIn(cart, key));
    },
  };
}

function idsOf(key: LineKey): Fields {
  const [id_product = 0, id_product_attribute = 0, id_customization = 0] = key.split("-");
  return { id_product, id_product_attribute, id_customization };
}
