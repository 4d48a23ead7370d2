import { openStore, type Store } from "../lib/storage.ts";
import type { Stage } from "./stage.ts";

/** The tab's storage, one for the whole stage: where the browser's own is blocked, what is kept in memory is kept once. */
export function openSession(stage: Pick<Stage, "session">): Store {
  return (stage.session ??= openStore("session"));
}
