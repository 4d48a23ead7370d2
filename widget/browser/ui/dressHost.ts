import type { Theme } from "../../types/config.ts";
import { adopt } from "./adopt.ts";
import { base } from "./base.css.ts";
import { readTheme } from "./readTheme.ts";

/** Makes a host in the page look like the page: reads the theme around it, shuts out its rules. Once per host. */
export function dressHost(host: HTMLElement, root: ShadowRoot, theme: Theme): void {
  for (const [name, value] of Object.entries(readTheme(host, theme))) if (value) host.style.setProperty(`--goeswith-${name}`, value);
  adopt(root, base);
}
