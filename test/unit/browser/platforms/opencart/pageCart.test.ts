import { afterEach, expect, test, vi } from "vitest";
import { createPageCart } from "../../../../../widget/browser/platforms/opencart/pageCart.ts";

const row = (key: string, count = 1) =>
  `<tr><td><a href="/p${key}">Thing ${key}</a></td><td>x ${count}</td><td>$1.00</td><td><input name="key" value="${key}"></td></tr>`;
const cart = (rows: string) => `<button>1 item(s)</button><ul><li><table>${rows}</table></li></ul>`;
const page = (rows = row("1")) => {
  document.body.innerHTML = `<div id="cart">${cart(rows)}</div>`;
  return { ...createPageCart("#cart"), redraw: (next: string) => void (document.querySelector("#cart")!.innerHTML = cart(next)) };
};

afterEach(() => void (document.body.innerHTML = ""));

test("a page is believed as it came", () => {
  const { isTrue } = page();
  expect([isTrue(false), isTrue(false)]).toEqual([true, true]);
});

test("after a sign it is believed once whenever the theme has drawn another cart, and not before", () => {
  const { isTrue, redraw } = page();
  isTrue(false);
  expect(isTrue(true)).toBe(false);
  redraw(row("1", 2));
  expect([isTrue(true), isTrue(true)]).toEqual([true, false]);
});

test("after a write of ours it is not believed until the shop has told its cart", () => {
  const { isTrue, redraw, leave, settle } = page();
  isTrue(false);
  leave();
  redraw(row("2"));
  expect([isTrue(true), isTrue(false)]).toEqual([false, false]);
  settle();
  expect(isTrue(false)).toBe(true);
});

test.each([
  ["that is empty is believed", "0 item(s) - $0.00", true],
  ["that counts pieces and lists none is not", "3 item(s) - $12.00", false],
])("a cart %s", (_, text, expected) => {
  document.body.innerHTML = `<div id="cart"><button>${text}</button></div>`;
  expect(createPageCart("#cart").isTrue(false)).toBe(expected);
});

test("a page without a cart in its header is not believed, and nothing is watched", () => {
  const none = createPageCart("#cart");
  expect(none.isTrue(false)).toBe(false);
  const redrawn = vi.fn<() => void>();
  none.listen(redrawn)();
  expect(redrawn).not.toHaveBeenCalled();
});

test("what the theme draws is heard when it is another cart, and no longer once that is stopped", async () => {
  const { listen, redraw } = page();
  const redrawn = vi.fn<() => void>();
  const stop = listen(redrawn);
  redraw(row("1"));
  await Promise.resolve();
  expect(redrawn).not.toHaveBeenCalled();
  redraw(row("2"));
  await vi.waitFor(() => expect(redrawn).toHaveBeenCalledTimes(1));
  stop();
  redraw(row("3"));
  await Promise.resolve();
  expect(redrawn).toHaveBeenCalledTimes(1);
});

test("a cart that was drawn anew before anybody listened is told at once", () => {
  const { isTrue, listen, redraw } = page();
  isTrue(false);
  redraw(row("2"));
  const redrawn = vi.fn<() => void>();
  listen(redrawn)();
  expect(redrawn).toHaveBeenCalledTimes(1);
});
