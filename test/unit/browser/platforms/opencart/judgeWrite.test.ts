import { expect, test } from "vitest";
import { judgeWrite } from "../../../../../widget/browser/platforms/opencart/judgeWrite.ts";

const answer = (body: unknown, status = 200) => ({ status, text: JSON.stringify(body), body, header: () => undefined });

test.each([
  ["a sentence of success", { success: "Success: You have added <a href=x>it</a>!" }, { ok: true }],
  ["a way to the cart page after the last line is gone", { redirect: "http://s/cart" }, { ok: true }],
  [
    "what a field lacks, by the fields of 4",
    { error: { option_218: "Size &amp; fit required!" }, redirect: "x" },
    { ok: false, reason: "refused", message: "Size & fit required!" },
  ],
  [
    "what a field lacks, by the fields of 3",
    { error: { option: { "218": "Size required!" } }, redirect: "x" },
    { ok: false, reason: "refused", message: "Size required!" },
  ],
  [
    "a warning with markup in it",
    { error: { warning: "Not <b>enough</b> in stock" } },
    { ok: false, reason: "sold-out", message: "Not enough in stock" },
  ],
  ["a bare sentence", { error: "Нет в наличии" }, { ok: false, reason: "sold-out", message: "Нет в наличии" }],
  ["an empty list, as 3 has for a product it does not know", [], { ok: false, reason: "refused" }],
  ["no JSON", undefined, { ok: false, reason: "refused" }],
])("%s is understood", (_, body, expected) => {
  expect(judgeWrite(answer(body))).toEqual(expected);
});

test("a fault of the server is no success, whatever it says", () => {
  expect(judgeWrite(answer({ success: "yes" }, 500))).toMatchObject({ ok: false });
});
