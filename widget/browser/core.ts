import { createTakeOver } from "./commands.ts";
import { start } from "./start.ts";

// What draws and what reads foreign data both need it: kept here, so that neither waits for one more file. By short names, because both spell them out.
export { safeLink as l, safeUrl as u } from "./lib/url.ts";

export const takeOver = createTakeOver(start);

// A page that refuses import() (CSP with a hash and strict-dynamic) gets this file by a script element, which hands nothing back.
dispatchEvent(new CustomEvent(import.meta.url, { detail: takeOver }));
