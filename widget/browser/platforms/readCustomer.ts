import type { Customer } from "../../types/platform.ts";
import { defined } from "./defined.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readText } from "./readText.ts";

/** What the page tells about the shopper; `undefined` when it tells nothing. */
export function readCustomer(): Customer | undefined {
  const raw = readJsonScript("customer");
  if (!raw) return undefined;
  const flag = (value: unknown) => (typeof value === "boolean" ? value : undefined);
  return defined({
    loggedIn: flag(raw.loggedIn),
    group: readText(raw.group),
    country: readText(raw.country)?.toUpperCase(),
    firstVisit: flag(raw.firstVisit),
  });
}
