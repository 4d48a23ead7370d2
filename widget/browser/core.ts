import { createTakeOver } from "./commands.ts";
import { start } from "./start.ts";

export const takeOver = createTakeOver(start);

// A page that refuses import() (CSP with a hash and strict-dynamic) gets this file by a script element, which hands nothing back.
dispatchEvent(new CustomEvent(import.meta.url, { detail: takeOver }));
