import { z } from "zod";
import type { ReachedStore } from "./store/store.ts";
import { orderBodies } from "./orderLines.ts";
import { addJoined, NONE_JOINED } from "./store/joined.ts";

const confirmed = z.object({ byMark: z.int(), byOrder: z.int(), unknown: z.int(), measured: z.int(), seen: z.int() });
const refusal = z.object({ error: z.string() });

/**
 * The store of a running collector, behind its private door. Many orders go in several bodies; as the later word about an order
 * counts, what broke off can be told again from the beginning.
 */
export function openRemote(url: string, token: string | undefined): ReachedStore {
  const door = createDoor(url, token);
  return {
    async confirm(orders) {
      let joined = NONE_JOINED;
      for (const body of orderBodies(orders)) {
        joined = addJoined(joined, await door.post("import/orders", { type: "application/x-ndjson", body, answer: confirmed }));
      }
      return joined;
    },
    stop: () => Promise.resolve(),
  };
}

interface Posting<T> {
  readonly type: string;
  readonly body: string;
  readonly answer: z.ZodType<T>;
}

/** Asks a private door. What goes wrong is thrown in words that say how to mend it. */
function createDoor(url: string, token: string | undefined) {
  const base = toBase(url);
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const address = new URL(path, base);
    const response = await fetch(address, { ...init, redirect: "error", headers: { ...headers, ...init.headers } }).catch(
      (error: Error) => {
        const { message } = error.cause instanceof Error ? error.cause : error;
        throw new Error(`no collector answers at ${address.href}: ${message}`);
      },
    );
    if (response.ok) return response;
    const said = refusal.safeParse(await response.json().catch(() => undefined)).data?.error ?? "no reason";
    throw new Error(`${address.href} answers ${response.status}: ${said}${response.status === 401 ? " Give it as --token T." : ""}`);
  };
  return {
    async post<T>(path: string, { type, body, answer }: Posting<T>): Promise<T> {
      const response = await ask(path, { method: "POST", body, headers: { "content-type": type } });
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
