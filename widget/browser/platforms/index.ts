import type { PlatformConfig } from "../../types/config.ts";
import type { Adapter, Platform } from "../../types/platform.ts";
import { isTold } from "./isTold.ts";
import { loadPageMarkup } from "./loadPageMarkup.ts";
import { createMarkup } from "./markup.ts";

type Create = (config: PlatformConfig, adapter?: Adapter) => Platform;

/** A shop system goeswith can read. */
export interface PlatformEntry {
  readonly name: string;
  /** Whether this page is of that system. */
  detect(): boolean;
  /** May look at the page, to load what this one needs; no promise where that is nothing. */
  load(): Create | Promise<Create>;
}

const markup: PlatformEntry = {
  name: "markup",
  detect: () => true,
  load: () => (isTold() ? createMarkup : loadPageMarkup().then((other) => (config, adapter) => createMarkup(config, adapter, other))),
};

/** In the order of detection; `markup` reads any page and stands last. */
export const platforms: readonly PlatformEntry[] = [markup];

/** The platform of that name, else the first that knows the page. */
export function choosePlatform(name: string): PlatformEntry {
  return platforms.find((entry) => entry.name === name) ?? platforms.find((entry) => entry.detect())!;
}
