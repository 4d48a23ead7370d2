import { beforeEach, expect, test } from "vitest";
import { readPageMarkup } from "../../../../../widget/browser/platforms/markup/readPageMarkup.ts";
import { readStep } from "../../../../../widget/browser/platforms/markup/readStep.ts";

beforeEach(() => {
  document.body.innerHTML = "";
  document.body.removeAttribute("data-goeswith-step");
});

test.each([
  ["product", "product"],
  ["checkout", "checkout"],
  ["none", undefined],
  ["", undefined],
  ["drawer", undefined],
  ["__proto__", undefined],
] as const)("on /cart the mark %j makes it %s", (mark, step) => {
  history.replaceState(null, "", "/cart");
  document.body.dataset.goeswithStep = mark;
  expect(readStep(readPageMarkup, true)).toBe(step);
});

test("without a mark it is guessed, where somebody guesses", () => {
  history.replaceState(null, "", "/cart");
  expect([readStep(readPageMarkup, false), readStep(undefined, true)]).toEqual(["cart", undefined]);
});
