import { afterEach, expect, test, vi } from "vitest";
import { createController } from "../../../../../widget/browser/platforms/prestashop/createController.ts";
import { createWrites } from "../../../../../widget/browser/platforms/prestashop/createWrites.ts";

const CART = "http://localhost:3000/index.php?controller=cart";
const page = window as unknown as { prestashop?: unknown };
const never = new AbortController().signal;

afterEach(() => {
  vi.unstubAllGlobals();
  delete page.prestashop;
});

const line = (id: number, quantity: number, token = "old") => ({
  id_product: id,
  id_product_attribute: 0,
  quantity,
  remove_from_cart_url: `${CART}&delete=1&id_product=${id}&token=${token}`,
});
const answer = (id: number, quantity: number, ...products: readonly object[]) =>
  JSON.stringify({ success: true, id_product: id, id_product_attribute: 0, id_customization: 0, quantity, cart: { products }, errors: "" });

/** A shop that gives these answers in their order, and a page whose cart holds `products`. */
function shopOf(products: readonly object[], ...answers: readonly string[]) {
  page.prestashop = { static_token: "old", cart: { products } };
  const asked: string[] = [];
  const fetch = async (address: string, { method = "GET", body }: RequestInit = {}) => {
    asked.push(`${method} ${address.replace(CART, "")} ${body instanceof URLSearchParams ? `${body}` : ""}`.trim());
    return new Response(answers[asked.length - 1]);
  };
  vi.stubGlobal("fetch", fetch);
  const controller = createController(() => CART);
  return { asked, controller, write: createWrites(controller) };
}

test("adds with the page's token, and takes the cart out of the answer", async () => {
  const { asked, controller, write } = shopOf([], answer(6, 2, line(6, 2)));
  await controller.read(never, false);
  expect(await write.add({ product: "6", quantity: 2 })).toEqual({ ok: true });
  expect(asked).toEqual(["POST  add=1&id_product=6&id_product_attribute=0&id_customization=0&qty=2&ajax=1&action=update&token=old"]);
  expect(await controller.read(never, true)).toEqual({ products: [line(6, 2)] });
  expect(asked).toHaveLength(1);
});

test("row 90: a token that has run out writes nothing and is no error; the one in the answer's addresses is good", async () => {
  const { asked, controller, write } = shopOf([line(6, 1)], answer(6, 1, line(6, 1, "fresh")), answer(6, 2, line(6, 2, "fresh")));
  await controller.read(never, false);
  expect(await write.add({ product: "6", quantity: 1 })).toEqual({ ok: true });
  expect(asked.map((one) => /token=\w+/.exec(one)?.[0])).toEqual(["token=old", "token=fresh"]);
});

test("row 90: with an empty cart the token is read from a page", async () => {
  const { asked, controller, write } = shopOf(
    [],
    answer(6, 0),
    '<script>var prestashop = {"static_token":"fresh"}</script>',
    answer(6, 1, line(6, 1)),
  );
  await controller.read(never, false);
  expect(await write.add({ product: "6", quantity: 1 })).toEqual({ ok: true });
  expect(asked.map((one) => /^\w+|token=\w+/g.exec(one)?.[0])).toEqual(["POST", "GET", "POST"]);
  expect(asked.at(-1)).toContain("token=fresh");
});

test("row 90: nothing is tried again with a token that was good", async () => {
  const { asked, controller, write } = shopOf([line(6, 1)], answer(6, 1, line(6, 1)));
  await controller.read(never, false);
  expect(await write.add({ product: "6", quantity: 1 })).toEqual({ ok: false, reason: "refused" });
  expect(asked).toHaveLength(1);
});

test.each([
  [5, "op=up&qty=3"],
  [1, "op=down&qty=1"],
])("the quantity %i is sent as more or fewer", async (quantity, sent) => {
  const { asked, controller, write } = shopOf([line(6, 2)], answer(6, quantity, line(6, quantity)));
  await controller.read(never, false);
  expect(await write.setQuantity("6-0-0", quantity)).toEqual({ ok: true });
  expect(asked[0]).toContain(`update=1&id_product=6&id_product_attribute=0&id_customization=0&${sent}&`);
});

test("a quantity that is there already, and a line that is not, cost no request", async () => {
  const { asked, controller, write } = shopOf([line(6, 2)]);
  await controller.read(never, false);
  expect(await write.setQuantity("6-0-0", 2)).toEqual({ ok: true });
  expect(await write.setQuantity("7-0-0", 2)).toEqual({ ok: false, reason: "refused" });
  expect(await write.remove("7-0-0")).toEqual({ ok: false, reason: "refused" });
  expect(asked).toEqual([]);
});

test("a quantity the shop set although it warns of the stock is set, and one it cut is refused with its words", async () => {
  const warned = JSON.stringify({ ...(JSON.parse(answer(6, 5, line(6, 5))) as object), errors: "You can only buy 4." });
  const cut = JSON.stringify({ hasError: true, errors: ["You already have the maximum quantity available."], quantity: 5 });
  const { controller, write } = shopOf([line(6, 2)], warned, cut);
  await controller.read(never, false);
  expect(await write.setQuantity("6-0-0", 5)).toEqual({ ok: true });
  expect(await write.setQuantity("6-0-0", 9)).toEqual({
    ok: false,
    reason: "refused",
    message: "You already have the maximum quantity available.",
  });
});

test("removes the line with its customization, whatever the shop says of another", async () => {
  const gone = JSON.stringify({ ...(JSON.parse(answer(6, 0, line(7, 1))) as object), errors: "Mug 7 is no longer available." });
  const { asked, controller, write } = shopOf([{ ...line(6, 1), id_customization: "4" }, line(7, 1)], gone);
  await controller.read(never, false);
  expect(await write.remove("6-0-4")).toEqual({ ok: true });
  expect(asked[0]).toContain("delete=1&id_product=6&id_product_attribute=0&id_customization=4&");
});

test("an answer that holds no cart is no reading", async () => {
  const { controller } = shopOf([], "<!doctype html>", "");
  await expect(controller.read(never, true)).rejects.toThrow("no cart");
  await expect(controller.answer()).rejects.toThrow("no cart");
});
