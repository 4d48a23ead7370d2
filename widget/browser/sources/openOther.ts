import type { Source } from "../../types/source.ts";
import { createHttp, type HttpSetup } from "./http.ts";
import { orElse } from "./orElse.ts";

/** A remote recommender, and what is asked in its place where it fails. */
export function openHttp(setup: HttpSetup, next: Source | undefined): Source {
  return orElse(createHttp(setup), next);
}
