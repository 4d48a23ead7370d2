import { expect, test } from "vitest";
import { readErrors } from "../../../../../widget/browser/platforms/prestashop/readErrors.ts";

test.each([
  [{ hasError: true, errors: ['You can only buy 300 "Mug". Please adjust.'], quantity: 1 }, 'You can only buy 300 "Mug". Please adjust.'],
  [{ success: true, errors: "This product is no longer available." }, "This product is no longer available."],
  [{ hasError: true, errors: { 1: "The minimum for <b>Fox &amp; Friends</b> is 3." } }, "The minimum for Fox & Friends is 3."],
])("the shop's words are read as text, decoded once: %j", (answer, message) => {
  expect(readErrors(answer)).toEqual({ message });
});

test.each([{ errors: "" }, { errors: [] }, { errors: [null] }, { hasError: true }, undefined, "<html>"])("%j holds no words", (answer) => {
  expect(readErrors(answer)).toEqual({});
});
