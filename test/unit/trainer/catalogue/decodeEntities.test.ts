import { expect, test } from "vitest";
import { decodeEntities } from "../../../../widget/trainer/catalogue/decodeEntities.ts";

test.each([
  ["Salt &amp; pepper", "Salt & pepper"],
  ["R&amp;amp;D", "R&amp;D"],
  ["Caf&eacute; &#8211; 5&Prime; &#x2122;", "Café – 5″ ™"],
  ["AT&T, &unknown; &#0; &#9999999;", "AT&T, &unknown; &#0; &#9999999;"],
  ["/?a=1&copy=2", "/?a=1&copy=2"],
])("%j is %j, decoded once", (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});
