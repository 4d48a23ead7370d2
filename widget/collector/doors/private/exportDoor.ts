import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { EventStore, Exporting } from "../../store/store.ts";

const asked = z.object({ table: z.enum(["events", "orders"]), format: z.enum(["csv", "parquet"]) });

const TYPES = { csv: "text/csv; charset=utf-8", parquet: "application/vnd.apache.parquet" } as const;

export interface ExportDoorOptions {
  readonly store: Pick<EventStore, "export">;
}

/** `GET /export?table=events|orders&format=csv|parquet`: the table as a file. */
export async function exportDoor(app: FastifyInstance, { store }: ExportDoorOptions): Promise<void> {
  app.get("/export", async ({ query }, reply) => {
    const { data } = asked.safeParse(query);
    return data
      ? sendTable(reply, store, data)
      : reply.code(400).send({ error: "?table=events or orders, and &format=csv or parquet, are needed" });
  });
}

/** By way of a file that only this user may read, so that a slow reader holds up nobody. */
async function sendTable(reply: FastifyReply, store: ExportDoorOptions["store"], what: Omit<Exporting, "file">): Promise<FastifyReply> {
  const folder = await mkdtemp(join(tmpdir(), "goeswith-export-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const file = join(folder, "table");
  try {
    await store.export({ ...what, file });
    const { size } = await stat(file);
    void reply.type(TYPES[what.format]).header("content-disposition", `attachment; filename="${what.table}.${what.format}"`);
    return await reply.header("content-length", size).send(createReadStream(file).on("close", () => void remove()));
  } catch (error) {
    await remove();
    throw error;
  }
}
