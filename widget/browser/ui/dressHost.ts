import type { Theme } from "../../types/config.ts";
import { adopt } from "./adopt.ts";
import { base } from "./base.css.ts";
import { readTheme } from "./readTheme.ts";

/**
 * Makes a host in the page look like the page: reads the theme around it, shuts out its rules. Once per host. A variable that the shop sets, on the
 * host or on anything around it, is left to the shop: a rule of the page outranks one of `:host`, but what is inherited does not.
 */
export function dressHost(host: HTMLElement, root: ShadowRoot, theme: Theme): void {
  const set = getComputedStyle(host);
  let rule = base;
  for (const [name, value] of Object.entries(readTheme(host, theme))) {
    const variable = `--goeswith-${name}`;
    if (value && !set.getPropertyValue(variable)) rule += `${variable}:${value};`;
  }
  adopt(root, `${rule}}`);
}
