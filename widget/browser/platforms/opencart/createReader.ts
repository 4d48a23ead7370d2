import type { Cart } from "../../../types/cart.ts";
import type { PageContext } from "../../../types/page.ts";
import type { PlatformConfig } from "../../../types/config.ts";
import type { Stop } from "../../../types/platform.ts";
import { askShop } from "../shop/askShop.ts";
import { parseHtml } from "../shop/parseHtml.ts";
import { whenParsed } from "../whenParsed.ts";
import type { ProductIds } from "./createProductIds.ts";
import type { OpencartLater } from "./createOpencartLater.ts";
import { findRows } from "./findRows.ts";
import { createPageCart } from "./pageCart.ts";
import { formProduct } from "./productForm.ts";
import { readCart } from "./readCart.ts";
import type { Routes } from "./readRoutes.ts";

export interface ReaderOptions {
  readonly own: PlatformConfig["own"];
  readonly routes: Routes;
  readonly ids: ProductIds;
  context(): Pick<PageContext, "step" | "currency">;
  later(): Promise<Pick<OpencartLater, "draw" | "learn">>;
}

/** Reads the cart, from the page while it shows it, else from the shop, in whose only answer it is a piece of the page. */
export interface CartReader {
  read(signal: AbortSignal, isStale: boolean): Promise<Cart>;
  /** The header's cart in the page. */
  find(): Element | undefined;
  /** A write of ours begins. */
  leave(): void;
  /** Has the theme draw the cart. What is read meanwhile is the same answer. */
  refresh(): Promise<void>;
  /** Where the theme's own button takes a line out, by the cart that was read last. */
  removal(): string | undefined;
  listen(redrawn: () => void): Stop;
}

export function createReader({ own, routes, ids, context, later }: ReaderOptions): CartReader {
  const selector = own["cart"] ?? "#cart,#header-cart";
  const page = createPageCart(selector);
  /** The cart on its way to the theme. */
  let drawing: Promise<string> | undefined;
  let removal: string | undefined;

  const find = async (signal: AbortSignal, isStale: boolean): Promise<Element> => {
    const ask = () => askCart(routes, signal);
    // Of a page that is still on its way half a cart may be here.
    await whenParsed();
    if (!drawing && page.isTrue(isStale)) return page.find()!;
    const root = rootOf(await (drawing?.catch(ask) ?? ask()), selector);
    page.settle();
    return root;
  };
  return {
    async read(signal, isStale) {
      const here = formProduct(document);
      if (here) ids.learn(location.href, here);
      const root = await find(signal, isStale);
      removal = root.querySelector('input[name="key"]')?.closest("form")?.getAttribute("action") ?? undefined;
      const { step, currency = "" } = context();
      // Pages of products are larger than a cart: only where the lines are what the page is about.
      const mayLearn = own["ids"] !== "alias" && (step === "cart" || step === "checkout");
      if (mayLearn && findRows(root).some(({ link }) => !ids.isKnown(link.getAttribute("href")!))) await (await later()).learn(root);
      return readCart(root, currency, ids.of);
    },
    find: page.find,
    leave: page.leave,
    async refresh() {
      const mine = (drawing = later().then(({ draw }) => draw(page.find())));
      try {
        await mine;
        page.settle();
      } finally {
        if (drawing === mine) drawing = undefined;
      }
    },
    removal: () => removal,
    listen: (redrawn) => page.listen(() => drawing ?? redrawn()),
  };
}

async function askCart({ to }: Routes, signal: AbortSignal): Promise<string> {
  const address = to("common/cart", "info");
  const { status, text } = await askShop(address, { signal });
  if (status >= 400) throw new Error(`${address}: ${status}`);
  return text;
}

/** In OpenCart 3 the answer has the element that is in the page, in 4 what is to go inside. A whole page without either is something else. */
function rootOf(text: string, selector: string): Element {
  const { body } = parseHtml(text);
  const cart = body.querySelector(selector);
  if (!cart && /<html/i.test(text)) throw new Error("no cart");
  return cart ?? body;
}
