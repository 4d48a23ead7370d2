import type { PlatformConfig } from "../../types/config.ts";
import type { Options } from "../../types/options.ts";
import type { Platform } from "../../types/platform.ts";
import { isTold } from "./markup/isTold.ts";
import { createMarkup } from "./markup.ts";

/**
 * The software of this page, by the name that is given, else as the page shows. A page that says everything in our words is read at once;
 * what makes out all others is loaded first.
 */
export function openPlatform(config: PlatformConfig, adapter: Options["platform"]): Platform | Promise<Platform> {
  const name = adapter?.name ?? config.name;
  if ((!name || name === "markup") && isTold()) return createMarkup(config, adapter);
  return import("./index.ts").then(({ loadPlatform }) => loadPlatform(name, config, adapter));
}
