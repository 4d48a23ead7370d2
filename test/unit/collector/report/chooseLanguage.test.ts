import { expect, it } from "vitest";
import { chooseLanguage } from "../../../../widget/collector/report/chooseLanguage.ts";

it.each([
  [["pl", "ru", "en"], "pl"],
  [[null, "RU-ru", "pl"], "ru"],
  [[undefined, "", "de-DE", "pl_PL"], "pl"],
  [["__proto__", "constructor", "ruc"], "en"],
  [[], "en"],
] as const)("of the wishes %j it is %s", (wishes, language) => {
  expect(chooseLanguage(wishes)).toBe(language);
});
