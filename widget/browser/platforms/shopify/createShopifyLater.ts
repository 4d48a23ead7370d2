import type { LineKey } from "../../../types/cart.ts";
import type { PlatformConfig } from "../../../types/config.ts";
import type { AddRequest, OrderMark, WriteResult } from "../../../types/platform.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { toJson } from "../../lib/toJson.ts";
import { askShop, type ShopAnswer } from "../shop/askShop.ts";
import type { ShopParts } from "../shop/createShop.ts";
import { decodeText } from "../shop/decodeText.ts";
import { configuredAction } from "./configuredAction.ts";
import type { Names } from "./createNames.ts";
import type { ShopifyCarts } from "./createShopifyCarts.ts";
import type { ShopifyProducts } from "./createShopifyProducts.ts";
import { createShopifyTheme, type ShopifyTheme } from "./createShopifyTheme.ts";
import { isCart } from "./readShopifyCart.ts";
import { shopRoot } from "./shopifyPage.ts";

export interface LaterDeps extends Pick<ShopifyProducts, "find"> {
  readonly config: PlatformConfig;
  readonly names: Names;
  readonly carts: ShopifyCarts;
}

/** What is done with a shop after the first offers stand. */
export interface ShopifyLater extends Pick<ShopParts, "refresh"> {
  readonly write: ShopParts["write"];
  readonly theme: Pick<ShopifyTheme, "hear" | "hearPage">;
  mark(facts: OrderMark): Promise<void>;
}

/**
 * Writes by the Ajax API, after which the theme is brought up to date; a theme that cannot be, and has set up the standard action instead, is
 * written through that, which sees to both.
 */
export function createShopifyLater({ config, names, carts, find }: LaterDeps): ShopifyLater {
  const theme = createShopifyTheme(config);
  const action = () => (theme.isKnown() ? undefined : configuredAction());
  const act = (line: object) => {
    const update = action();
    return update && theme.quietly(() => update(line));
  };
  const post = async (address: string, body: object): Promise<WriteResult> => {
    const answer = await postShopify(address, body);
    carts.wrote(isCart(answer.body) ? answer.body : undefined);
    return readAnswer(answer);
  };
  const change = async (id: LineKey, quantity: number): Promise<WriteResult> => {
    const sections = theme.sections();
    const shown = sections.length > 0 && { sections, sections_url: location.pathname };
    return (await act({ id, quantity })) ?? post("cart/change.js", { id, quantity, ...shown });
  };
  const add = async (item: AddRequest): Promise<WriteResult> => {
    const id = await find(item);
    if (!id) return { ok: false, reason: "sold-out" };
    const { product, variant, quantity, properties, boundTo } = item;
    // Lines of it go by the name it was asked for by.
    names.call(id, { product, ...(variant !== undefined && { variant }) });
    const attributes = Object.entries(properties ?? {}).map(([key, value]) => ({ key, value }));
    const acted = await act({ merchandiseId: `gid://shopify/ProductVariant/${id}`, quantity, ...(attributes[0] && { attributes }) });
    return acted ?? post("cart/add.js", { items: [{ id, quantity, properties, parent_line_key: boundTo }] });
  };
  return {
    write: { add, setQuantity: change, remove: (key) => change(key, 0) },
    async refresh() {
      if (action()) return;
      const wanted = theme.sections().join();
      const cart = await carts.now(wanted);
      // Given along with a cart that is written; where not with one that is read, they are asked for alone.
      const asked = cart.sections ?? (wanted ? (await askShop(`${location.pathname}?sections=${encodeURIComponent(wanted)}`)).body : {});
      theme.show(cart, isRecord(asked) ? asked : {});
    },
    theme,
    mark,
  };
}

/** `?goeswith`: a write that leaves the lines alone. */
async function mark({ visit, arm, offers }: OrderMark): Promise<void> {
  // Two underscores: part of the order, but of no page, so that pages may be cached. Source: https://shopify.dev/docs/api/liquid/objects/cart
  const attributes = { __goeswith_visit: visit, __goeswith_arm: arm, __goeswith_offers: offers.join() };
  const { status } = await postShopify("cart/update.js?goeswith", { attributes });
  if (status !== 200) throw new Error(`cart/update.js answered ${status}`);
}

const HEADERS = { "content-type": "application/json", accept: "application/json" };

const postShopify = (address: string, body: object): Promise<ShopAnswer> =>
  askShop(shopRoot() + address, { method: "POST", headers: HEADERS, body: toJson(body) });

/**
 * `{ status, message, description }` where it is no. Too little stock is the usual reason of 422; what there was may be in the cart all the same
 * (github.com/Shopify/dawn/issues/2994), which the cart that is read next tells.
 */
function readAnswer({ status, body }: ShopAnswer): WriteResult {
  if (status === 200 && isRecord(body)) return { ok: true };
  const { description, message } = isRecord(body) ? body : {};
  const words = description || message;
  return { ok: false, reason: status === 422 ? "sold-out" : "refused", ...(typeof words === "string" && { message: decodeText(words) }) };
}
