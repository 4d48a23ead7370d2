import type { PlatformConfig } from "../../types/config.ts";
import type { Adapter, Platform } from "../../types/platform.ts";
import { createMarkup } from "./markup.ts";

/** A shop system goeswith can read. */
export interface PlatformEntry {
  readonly name: string;
  /** Whether this page is of that system. */
  detect(): boolean;
  load(): Promise<(config: PlatformConfig, adapter?: Adapter) => Platform>;
}

const markup: PlatformEntry = { name: "markup", detect: () => true, load: async () => createMarkup };

/** In the order of detection; `markup` reads any page and stands last. */
export const platforms: readonly PlatformEntry[] = [markup];

/** The platform of that name, else the first that knows the page. */
export function choosePlatform(name: string): PlatformEntry {
  return platforms.find((entry) => entry.name === name) ?? platforms.find((entry) => entry.detect()) ?? markup;
}
