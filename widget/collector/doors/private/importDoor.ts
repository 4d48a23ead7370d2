import type { FastifyInstance } from "fastify";
import type { EventStore } from "../../store/store.ts";
import { ORDERS_LIMIT, parseOrders } from "../../orderLines.ts";
import { guardWrites } from "./guardWrites.ts";

export interface ImportDoorOptions {
  readonly store: Pick<EventStore, "confirm">;
  /** Called when the figures may be others than before. */
  readonly changed: () => void;
}

/** `POST /import/orders`: confirmed orders as JSON lines, all of a body or none. Answers `{ "confirmed": n, "byMark": n, "byOrder": n, "unknown": n, "measured": n, "seen": n }`. */
export async function importDoor(app: FastifyInstance, { store, changed }: ImportDoorOptions): Promise<void> {
  guardWrites(app);
  app.post("/import/orders", { bodyLimit: ORDERS_LIMIT }, async ({ body }, reply) => {
    const parsed = parseOrders(body instanceof Uint8Array ? body : new Uint8Array());
    if (!parsed.ok) return reply.code(400).send({ error: parsed.reason });
    const joined = await store.confirm(parsed.orders);
    changed();
    return { confirmed: parsed.orders.length, ...joined };
  });
}
