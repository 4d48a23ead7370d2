import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Answer, serve, type Served } from "./serve.ts";

const DIST = process.env["GOESWITH_DIST"] ?? "dist";

/** A file of `dist/`, as built. */
export const built = (name: string): string => readFileSync(resolve(DIST, name), "utf8");

export const manifest = (): { version: string; files: Record<string, { integrity: string }> } => JSON.parse(built("manifest.json"));

const SCRIPT = { "content-type": "text/javascript; charset=utf-8", "access-control-allow-origin": "*" };

export const script = (body: string): Answer => ({ headers: SCRIPT, body });

/** A shop and a CDN on two origins. What the CDN answers can be changed per test; else it serves `dist/`. */
export interface LoaderSite {
  readonly shop: Served;
  readonly cdn: Served;
  /** Makes a page of the shop and returns its address. `CDN` in the markup stands for the CDN's origin. */
  page(html: string, headers?: Readonly<Record<string, string>>): string;
  onCdn(path: string, answer: (turn: number) => Answer | undefined): void;
  stop(): Promise<void>;
}

export async function createLoaderSite(): Promise<LoaderSite> {
  const pages = new Map<string, Answer>();
  const faults = new Map<string, { turn: number; answer(turn: number): Answer | undefined }>();
  const cdn = await serve((path) => {
    const fault = faults.get(path);
    if (fault) return fault.answer(fault.turn++);
    try {
      return script(built(path.replace(/\?.*/, "").slice(1)));
    } catch {
      return undefined;
    }
  });
  const shop = await serve((path) => pages.get(path));
  pages.set("/goeswith.json", { headers: { "content-type": "application/json" }, body: "{}" });
  return {
    shop,
    cdn,
    page(html, headers = {}) {
      const path = `/page-${pages.size}`;
      const body = `<!doctype html><html lang="en"><title>Shop</title>${html.replaceAll("CDN", cdn.origin)}`;
      pages.set(path, { headers: { "content-type": "text/html; charset=utf-8", ...headers }, body });
      return shop.origin + path;
    },
    onCdn: (path, answer) => void faults.set(path, { turn: 0, answer }),
    stop: async () => void (await Promise.all([shop.stop(), cdn.stop()])),
  };
}
