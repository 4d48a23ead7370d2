import type { PlatformConfig } from "../../types/config.ts";
import type { Adapter, Platform } from "../../types/platform.ts";
import { createMarkup } from "./markup.ts";
import { readJsonLd } from "./readJsonLd.ts";

/** A shop system goeswith can read. */
export interface PlatformEntry {
  readonly name: string;
  /** Whether this page is of that system. */
  detect(): boolean;
  /** May look at the page, to load what this one needs. */
  load(): Promise<(config: PlatformConfig, adapter?: Adapter) => Platform>;
}

/** A product told in another way than by JSON-LD. */
const OTHER_PRODUCT = '[itemtype*="schema.org/Product"],[property^="product:"]';

const markup: PlatformEntry = {
  name: "markup",
  detect: () => true,
  async load() {
    const isOther = !readJsonLd()[0] && document.querySelector(OTHER_PRODUCT);
    const other = isOther ? (await import("./readPageMarkup.ts")).readPageMarkup : undefined;
    return (config, adapter) => createMarkup(config, adapter, other);
  },
};

/** In the order of detection; `markup` reads any page and stands last. */
export const platforms: readonly PlatformEntry[] = [markup];

/** The platform of that name, else the first that knows the page. */
export function choosePlatform(name: string): PlatformEntry {
  return platforms.find((entry) => entry.name === name) ?? platforms.find((entry) => entry.detect())!;
}
