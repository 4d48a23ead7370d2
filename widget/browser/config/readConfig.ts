import type { Config } from "../../types/config.ts";
import { readBy } from "../lib/readingWords.ts";
import { configFields } from "./fields.ts";

/**
 * The configuration out of whatever was given, and whether something was wrong with it. Never throws: a wrong value is ignored and its
 * default is used, a wrong source is left out of its list, nothing usable at all gives the defaults. Rules stay as they were given.
 */
export function readConfig(raw: unknown): readonly [config: Config, isFaulty: boolean] {
  return readBy(configFields, raw) as readonly [Config, boolean];
}
