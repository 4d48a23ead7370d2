import type { AddRequest } from "../../../types/platform.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { askShop } from "../shop/askShop.ts";
import type { ShopParts } from "../shop/createShop.ts";
import { parseHtml } from "../shop/parseHtml.ts";
import { chooseOptions, chosenNow, type Fields } from "./chooseOptions.ts";
import type { ProductIds } from "./createProductIds.ts";
import { judgeWrite } from "./judgeWrite.ts";
import { findForm, formProduct } from "./productForm.ts";
import type { Routes } from "./readRoutes.ts";

export interface WritesOptions {
  readonly routes: Routes;
  readonly ids: ProductIds;
  readonly reader: {
    /** A write begins. */
    leave(): void;
    /** Where the theme's own button takes a line out: every version of 4 has it elsewhere. */
    removal(): string | undefined;
  };
}

/** The shop's own writes, as its forms send them. */
export function createWrites({ routes: { isFour, to }, ids, reader }: WritesOptions): ShopParts["write"] {
  const post = (address: string, fields: Fields, more?: RequestInit) => {
    reader.leave();
    return askShop(address, { method: "POST", body: new URLSearchParams(fields.map(([name, value]) => [name, value])), ...more });
  };
  return {
    async add(item) {
      const options = await optionFields(item, to);
      if (!options) return { ok: false, reason: "refused" };
      const asked = [["product_id", item.product] as const, ["quantity", `${item.quantity}`] as const];
      const answer = await post(to("checkout/cart", "add"), [...asked, ...options]);
      const { success } = isRecord(answer.body) ? answer.body : {};
      // "You have added <a href=…>": the address the cart will name it by.
      const told = typeof success === "string" && parseHtml(success).querySelector("a")?.getAttribute("href");
      if (told) ids.learn(told, item.product);
      return judgeWrite(answer);
    },
    async setQuantity(key, quantity) {
      const address = to("checkout/cart", "edit");
      const fields: Fields = isFour ? Object.entries({ key, quantity: `${quantity}` }) : [[`quantity[${key}]`, `${quantity}`]];
      // In 2 and 3 the answer leads to the cart page, which is of no use here; not followed, its status reads 0.
      const answer = await post(address, fields, isFour ? {} : { redirect: "manual" });
      if (isFour) return judgeWrite(answer);
      return answer.status < 400 ? { ok: true } : { ok: false, reason: "refused" };
    },
    async remove(key) {
      const address = isFour ? (reader.removal() ?? to("common/cart", "remove")) : to("checkout/cart", "remove");
      return judgeWrite(await post(address, [["key", key]]));
    },
  };
}

/** What is to be chosen: as the page's own form holds it, where it is about the product, with what is asked put in. `undefined`: there is no such value. */
async function optionFields({ product, options = {} }: AddRequest, to: Routes["to"]): Promise<Fields | undefined> {
  const isHere = formProduct(document) === product;
  const now = isHere ? chosenNow(findForm(document)!) : [];
  if (Object.keys(options).length === 0) return now;
  const page = isHere ? document : parseHtml((await askShop(`${to("product/product")}&product_id=${product}`)).text);
  const form = findForm(page);
  const chosen = form ? chooseOptions(form, options) : [];
  return chosen && [...now.filter(([name]) => !chosen.some(([other]) => other === name)), ...chosen];
}
