import type { FastifyInstance } from "fastify";
import type { EventStore } from "../../store/store.ts";
import { parseForgetting } from "../../parseForgetting.ts";
import { guardWrites } from "./guardWrites.ts";

export interface EraseDoorOptions {
  readonly store: Pick<EventStore, "forget">;
  /** Called when the figures may be others than before. */
  readonly changed: () => void;
}

/** `POST /erase` with `{ "before": ms }`, `{ "visit": id }` or `{ "order": id }`. Answers how many rows of what were removed. */
export async function eraseDoor(app: FastifyInstance, { store, changed }: EraseDoorOptions): Promise<void> {
  guardWrites(app);
  app.post("/erase", async ({ body }, reply) => {
    const what = parseForgetting(body instanceof Uint8Array ? body : new Uint8Array());
    if (!what) return reply.code(400).send({ error: 'one of {"before": milliseconds}, {"visit": id} and {"order": id} is needed' });
    const removed = await store.forget(what);
    changed();
    return removed;
  });
}
