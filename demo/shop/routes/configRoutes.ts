import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { json } from "../http/reply.ts";
import type { Reply } from "../http/reply.ts";
import type { Route } from "../shopRequest.ts";

/** `/goeswith.json`, and beside it what `folder` holds: each file there says in what it differs from the shop's own configuration. */
export function configRoutes(config: object, folder: string): readonly Route[] {
  const revalidated = (value: unknown): Reply => ({ ...json(value), headers: { "cache-control": "no-cache" } });
  return [
    { method: "GET", pattern: /^\/goeswith\.json$/, answer: () => revalidated(config) },
    {
      method: "GET",
      pattern: /^\/configs\/(?<name>[\w-]+)\.json$/,
      async answer({ params }) {
        const text = await readFile(join(folder, `${params.name}.json`), "utf8").catch(() => undefined);
        return text === undefined ? undefined : revalidated({ ...config, ...(JSON.parse(text) as object) });
      },
    },
  ];
}
