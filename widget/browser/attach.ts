import type { Command, GoesWith, TakeOver } from "../types/command.ts";
import type { Options } from "../types/options.ts";
import { findInlineConfig } from "./inlineConfig.ts";
import { guard, swallow } from "./lib/guard.ts";

/** Gets the core with the nonce of the tag; `undefined` while the folder of the chunks is needed and not known. */
export type LoadCore = (base: string | undefined, nonce: string) => Promise<TakeOver> | undefined;

/**
 * Makes the global `goesWith` and loads the core once there is something to start with: an address in the tag, a configuration in the
 * page, or a `start` call. Nothing is fetched for a page that is prerendered and not yet shown.
 */
export const attach = guard((load: LoadCore) => {
  const page = globalThis as { goesWith?: GoesWith };
  const stub = typeof page.goesWith === "function" ? page.goesWith : undefined;
  if (stub?.version) return console.info(`goeswith: ${stub.version} is at work, ${__VERSION__} leaves`);
  const queue: Command[] = Array.isArray(stub?.q) ? stub.q : [];
  const tag = ownTag();
  const begun = new AbortController();
  const { signal } = begun;
  const begin = guard(() => {
    if (!signal.aborted && (document as { prerendering?: unknown }).prerendering !== true && tryLoad(load, queue, tag)) begun.abort();
  });
  const goesWith: GoesWith = (...command) => {
    queue.push(command);
    begin();
  };
  goesWith.q = queue;
  goesWith.version = __VERSION__;
  page.goesWith = goesWith;
  for (const moment of ["prerenderingchange", "readystatechange"]) document.addEventListener(moment, begin, { signal });
  begin();
});

/** Our own script element, and not what a form or a picture of the name `currentScript` stands for. */
function ownTag(): HTMLScriptElement | null {
  const current = document.currentScript;
  const find = (selector: string) => document.querySelector<HTMLScriptElement>(selector);
  return current?.tagName === "SCRIPT" ? (current as HTMLScriptElement) : (find("script[data-config]") ?? find('script[src*="goeswith."]'));
}

/** Whether loading has begun. Configuration, core and, where the theme has a place for offers, the manifest are asked for at the same time. */
function tryLoad(load: LoadCore, queue: readonly Command[], tag: HTMLScriptElement | null): boolean {
  const { config, model, base } = tag?.dataset ?? {};
  const starts = queue.filter((command) => command[0] === "start");
  if (!config && !starts[0] && !findInlineConfig()) return false;
  const folder = starts.find(([, options]) => options?.base)?.[1]?.base ?? base;
  const loading = load(folder ? new URL(asFolder(folder), location.href).href : tag?.src, tag?.nonce ?? "");
  if (!loading) return false;
  const defaults: Options = {
    ...(config && { config: read(config) }),
    ...(model && {
      model: { address: model, ...(document.querySelector("goes-with") && { manifest: read(`${asFolder(model)}manifest.json`) }) },
    }),
  };
  loading.then((takeOver) => takeOver(queue as Command[], defaults)).catch(swallow);
  return true;
}

const asFolder = (address: string) => address.replace(/\/?$/, "/");

function read(address: string): Promise<unknown> {
  const reading = (async () => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}. Put the file there or mend the address.`);
    return answer.json().catch((error: unknown) => {
      throw new Error(`${address} is not JSON: ${String(error)}`);
    });
  })();
  // Whoever waits for it hears of a failure; where the core never comes, the page must not.
  reading.catch(swallow);
  return reading as Promise<unknown>;
}
