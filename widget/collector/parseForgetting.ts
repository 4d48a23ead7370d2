import { z } from "zod";
import type { Forgetting } from "./store/store.ts";
import { text } from "./checkEvent.ts";
import { parseJson } from "./parseBatch.ts";

const forgetting = z.union([
  z.strictObject({ before: z.number().min(0).max(Number.MAX_SAFE_INTEGER) }),
  z.strictObject({ visit: text(200) }),
  z.strictObject({ order: text(200) }),
]) satisfies z.ZodType<Forgetting>;

/** The body of `POST /erase`; `undefined` when it names not exactly one thing that can be forgotten. */
export function parseForgetting(body: Uint8Array): Forgetting | undefined {
  return forgetting.safeParse(parseJson(body)).data;
}
