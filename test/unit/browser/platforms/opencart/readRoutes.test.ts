import { afterEach, describe, expect, test } from "vitest";
import { readRoutes } from "../../../../../widget/browser/platforms/opencart/readRoutes.ts";

const { href } = location;

afterEach(() => {
  document.body.innerHTML = "";
  history.replaceState(null, "", href);
});

describe.each([
  ["3", '<div id="cart"></div>', "index.php?route=checkout/cart/add"],
  ["4 with an empty cart", '<form id="form-product"></form>', "index.php?route=checkout/cart.add"],
  [
    "4 with its language in the theme's own calls, whatever other languages there are to choose",
    '<a href="/?language=de-de">Deutsch</a><form data-oc-load="http://s/index.php?route=common/cart.info&amp;language=en-gb"></form>',
    "index.php?route=checkout/cart.add&language=en-gb",
  ],
  [
    "4 with its language in a script",
    '<form id="form-product"></form><script type="text/x">load(\'index.php?route=checkout/cart.add&language=pl-pl\')</script>',
    "index.php?route=checkout/cart.add&language=pl-pl",
  ],
  [
    "4.0.0, which puts a bar before the method",
    '<button formaction="http://s/index.php?route=checkout/cart|add&amp;language=en-gb" data-oc-toggle="ajax"></button>',
    "index.php?route=checkout/cart|add&language=en-gb",
  ],
])("a page of OpenCart %s", (_, body, expected) => {
  test("writes addresses as its theme does", () => {
    document.body.innerHTML = body;
    expect(readRoutes().to("checkout/cart", "add")).toBe(expected);
  });
});

test("the page's own address tells the language first, and a route needs no method", () => {
  document.body.innerHTML = '<form data-oc-load="/index.php?route=common/cart.info&language=en-gb"></form>';
  history.replaceState(null, "", "/index.php?route=product/product&language=de-de");
  expect(readRoutes().to("product/product")).toBe("index.php?route=product/product&language=de-de");
});

test("the configuration's word on the generation counts", () => {
  document.body.innerHTML = '<form id="form-product"></form>';
  expect(readRoutes("3")).toMatchObject({ isFour: false });
  expect(readRoutes("4").to("common/cart", "info")).toBe("index.php?route=common/cart.info");
});
