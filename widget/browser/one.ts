import { attach } from "./attach.ts";
import { createTakeOver } from "./commands.ts";
import { start } from "./start.ts";

attach(() => Promise.resolve(createTakeOver(start)));
