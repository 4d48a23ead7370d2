import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { ReachedStore, Removed } from "../store/store.ts";
import { orderBodies } from "../orderLines.ts";
import { addJoined, NONE_JOINED } from "../store/joined.ts";

const confirmed = z.object({ byMark: z.int(), byOrder: z.int(), unknown: z.int(), measured: z.int(), seen: z.int() });
const removed = z.object({ events: z.int(), drops: z.int(), orders: z.int(), months: z.int() }) satisfies z.ZodType<Removed>;
const refusal = z.object({ error: z.string() });

/**
 * The store of a running collector, behind its private door. Many orders go in several bodies; as the later word about an order
 * counts, what broke off can be told again from the beginning.
 */
export function openRemote(url: string, token: string | undefined): ReachedStore {
  const door = createDoor(url, token);
  return {
    async confirm(orders) {
      const posting = { method: "POST", type: "application/x-ndjson" } as const;
      let joined = NONE_JOINED;
      for (const body of orderBodies(orders)) joined = addJoined(joined, await door.read("import/orders", { ...posting, body }, confirmed));
      return joined;
    },
    forget: (what) => door.read("erase", { method: "POST", type: "application/json", body: JSON.stringify(what) }, removed),
    async export({ table, format, file }) {
      const { body } = await door.ask(`export?table=${table}&format=${format}`, { method: "GET" });
      if (body) await pipeline(body, createWriteStream(file, { mode: 0o600 }));
    },
    stop: () => Promise.resolve(),
  };
}

interface Asking {
  readonly method: "GET" | "POST";
  readonly type?: string;
  readonly body?: string;
}

interface Door {
  /** Resolves when the answer says that it went well. @throws Error in words that say how to mend it. */
  ask(path: string, asking: Asking): Promise<Response>;
  /** The same, with what the answer says. */
  read<T>(path: string, asking: Asking, answer: z.ZodType<T>): Promise<T>;
}

function createDoor(url: string, token: string | undefined): Door {
  const base = toBase(url);
  const ask: Door["ask"] = async (path, { method, type, body }) => {
    const address = new URL(path, base);
    const headers = { ...(type && { "content-type": type }), ...(token !== undefined && { authorization: `Bearer ${token}` }) };
    const response = await fetch(address, { method, headers, redirect: "error", ...(body !== undefined && { body }) }).catch(
      (error: Error) => {
        const { message } = error.cause instanceof Error ? error.cause : error;
        throw new Error(`no collector answers at ${address.href}: ${message}`);
      },
    );
    if (response.ok) return response;
    const said = refusal.safeParse(await response.json().catch(() => undefined)).data?.error ?? "no reason given";
    throw new Error(`${address.href} answers ${response.status}: ${said}${response.status === 401 ? " Give it as --token T." : ""}`);
  };
  return {
    ask,
    async read(path, asking, answer) {
      const response = await ask(path, asking);
      const read = answer.safeParse(await response.json().catch(() => undefined));
      if (!read.success) throw new Error(`${base.href} does not answer as a goeswith collector of this version does`);
      return read.data;
    },
  };
}

/** With a slash at the end, so that what follows is below it. The report's address, which is what is known, will do. */
function toBase(url: string): URL {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (!base || !/^https?:$/.test(base.protocol)) throw new Error(`--collector ${url}: an address such as http://127.0.0.1:4310 is needed`);
  return new URL(`${base.origin}${base.pathname.replace(/\/(report\/?)?$/, "")}/`);
}
