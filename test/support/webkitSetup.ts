import type { TestProject } from "vitest/node";
import { startDemo } from "../../demo/server.ts";
import { findWebKit, type WebKitPrograms } from "./findBrowser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What to drive, and the origin of the demo shop; `undefined` where there is no WebKit. */
    webkit: { readonly programs: WebKitPrograms; readonly shop: string } | undefined;
  }
}

/** Of the demo shop; the next free one is taken where this one is not. */
const PORT = Number(process.env["GOESWITH_PORT"] ?? 4389);

/** Opens the demo shop for all tests in WebKit. A WebKit that is not here is named; where all must run, that is a failure. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const programs = findWebKit();
  if (!programs) {
    const message = "NOT RUN: webkit (apt-get install webkit2gtk-driver xvfb)";
    if (process.env["CI"] ?? process.env["GOESWITH_STRICT"]) throw new Error(message);
    console.log(message);
    project.provide("webkit", undefined);
    return undefined;
  }
  const demo = await startDemo({ port: PORT, quiet: true });
  project.provide("webkit", { programs, shop: demo.url });
  return demo.stop;
}
