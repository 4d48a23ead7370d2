import { expect, it } from "vitest";
import { tellLanguage } from "../../../../widget/browser/placements/tellLanguage.ts";

it.each([
  ["en", "ltr"],
  ["pt-BR", "ltr"],
  ["ar", "rtl"],
  ["ar-AE", "rtl"],
  ["fa", "rtl"],
  ["arn", "ltr"],
])("texts in %s are told by lang and dir=%s", (lang, dir) => {
  const host = document.createElement("goes-with-offers");
  tellLanguage(host, lang);
  expect([host.getAttribute("lang"), host.getAttribute("dir")]).toEqual([lang, dir]);
});
