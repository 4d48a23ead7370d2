import type { ConsentLevel, Instance, Options } from "./options.ts";

/** What the tag's `goesWith` takes. */
export type Command =
  | readonly [
      name: "start",
      options?: Options & { /** Folder of the chunks, for a tag combined with other scripts. */ readonly base?: string },
    ]
  | readonly [name: "refresh"]
  | readonly [name: "on", heard: Parameters<Instance["on"]>[0]]
  | readonly [name: "consent", level: ConsentLevel]
  | readonly [name: "stop"];

/** The one global: `goesWith("start", { … })`. Whatever is called before the scripts are there is done once they are. */
export interface GoesWith {
  (...command: Command): void;
  /** Calls that wait. Made by the page's own stub, drained by the tag. */
  q?: Command[];
  /** Version of the tag that is at work; absent on the page's stub. */
  version?: string;
}

/** Takes the waiting calls over and does every later one at once. */
export type TakeOver = (queue: Command[], defaults: Options) => void;
