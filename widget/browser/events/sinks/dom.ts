import type { Sink } from "../../../types/sink.ts";

/** `goeswith:event` on the document, the event as its `detail`, for the shop's own scripts. */
export function createDom(): Sink {
  return {
    name: "dom",
    async send(batch) {
      for (const detail of batch) document.dispatchEvent(new CustomEvent("goeswith:event", { detail }));
      return { done: batch.map(({ id }) => id), rejected: [] };
    },
  };
}
