import type { Theme } from "../../types/config.ts";
import type { Layout } from "../../types/layout.ts";
import type { OwnLayout } from "./layouts/createLayout.ts";
import { layouts } from "./layouts/index.ts";

/** What offers are drawn with. */
export interface Look {
  readonly layout: Layout & Partial<Pick<OwnLayout, "complete" | "prepare">>;
  /** Makes the host look like the page around it, once it stands there. */
  dress(host: HTMLElement, root: ShadowRoot): void;
}

/** Loads each look once, the shop's `own` before ours; after a failure it is tried anew. A name nobody knows gets the list. */
export function createLoader(own: readonly Layout[], theme: Theme): (name: string) => Promise<Look> {
  const looks = new Map<string, Promise<Look>>();
  const pick = (wanted: string) => own.find(({ name }) => name === wanted) ?? layouts.get(wanted)?.();
  const load = async (name: string): Promise<Look> => {
    const [{ dressHost }, layout] = await Promise.all([import("./firstLook.ts"), pick(name) ?? pick("list")!]);
    return { layout, dress: (host, root) => dressHost(host, root, theme) };
  };
  return (name) => {
    const look = looks.get(name) ?? load(name);
    looks.set(name, look);
    look.catch(() => looks.delete(name));
    return look;
  };
}
