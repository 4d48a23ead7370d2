import { expect, test } from "vitest";
import { decodeText } from "../../../../../widget/browser/platforms/shop/decodeText.ts";

test.each([
  ["Tom &amp; Jerry&#8217;s &#x201c;Mug&#X201D;", "Tom & Jerry’s “Mug”"],
  ["&lt;b&gt; &quot;x&quot; &apos;y&#039;s&apos;", "<b> \"x\" 'y's'"],
  ["10&nbsp;cm", "10\u00a0cm"],
  ["&#128241;", "📱"],
  ["no reference: AT&T, a & b, R&D;", "no reference: AT&T, a & b, R&D;"],
  ["", ""],
])("%j reads %j", (text, expected) => {
  expect(decodeText(text)).toBe(expected);
});

test("row 97: what was escaped twice is written out once, and is text", () => {
  expect(decodeText("&amp;lt;script&amp;gt;")).toBe("&lt;script&gt;");
  expect(decodeText("&amp;#60;")).toBe("&#60;");
});

test.each(["&#0;", "&#x110000;", "&#9999999;", "&#xD800;", "&#57343;", "&constructor;", "&__proto__;"])("%s stands for nothing", (text) => {
  expect(decodeText(text)).toBe(text);
});
