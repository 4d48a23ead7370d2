import { readFileSync } from "node:fs";

/** Of the package. */
export const version = (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;
