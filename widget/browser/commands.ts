import type { Command, TakeOver } from "../types/command.ts";
import type { ConsentLevel, Instance, Options } from "../types/options.ts";
import { findInlineConfig } from "./inlineConfig.ts";
import { guard } from "./lib/guard.ts";
import { say } from "./lib/say.ts";

type Start = (options: Options) => Instance;
type Heard = Parameters<Instance["on"]>[0];

/**
 * Takes the calls of `goesWith` over: does those that waited, once, then every later one at once, and starts with the tag's own
 * `defaults` or the configuration in the page unless a call started or stopped it. Waits until the page is parsed.
 */
export const createTakeOver =
  (start: Start): TakeOver =>
  (queue, defaults) => {
    const begin = guard(() => replay(queue, defaults, start));
    if (document.readyState === "loading") document.addEventListener("readystatechange", begin, { once: true });
    else begin();
  };

function replay(queue: Command[], defaults: Options, start: Start): void {
  const config = defaults.config ?? readInlineConfig();
  const commands = createCommands({ ...defaults, ...(config !== undefined && { config }) }, start);
  const run = guard((command: Command) => {
    const [name, value] = command as readonly [string, never];
    if (Object.hasOwn(commands, name)) commands[name as keyof typeof commands](value);
    else say(`there is no command "${name}"`);
  });
  const waiting = queue.splice(0);
  // The page may hold on to the queue or to its own stub: whatever is pushed from now on is done.
  queue.push = (...calls) => (calls.forEach(run), 0);
  waiting.forEach(run);
  if (config !== undefined && !waiting.some(([name]) => name === "start" || name === "stop")) commands.start();
}

function createCommands(defaults: Options, start: Start) {
  let instance: Instance | undefined;
  let running: Options = {};
  let level: ConsentLevel | undefined;
  const listeners: Heard[] = [];
  return {
    start(over?: Options & { readonly base?: string }) {
      const { base: _, ...options } = { ...defaults, ...over };
      if (instance && sameOptions(options, running)) return;
      instance?.stop();
      running = options;
      instance = start(options);
      for (const heard of listeners) instance.on(heard);
      if (level) instance.consent(level);
    },
    refresh() {
      instance?.refresh();
    },
    on(heard: Heard) {
      listeners.push(heard);
      instance?.on(heard);
    },
    consent(next: ConsentLevel) {
      level = next;
      instance?.consent(next);
    },
    stop() {
      instance?.stop();
      instance = undefined;
    },
  };
}

function sameOptions(a: Options, b: Options): boolean {
  const keys = Object.keys({ ...a, ...b }) as (keyof Options)[];
  return keys.every((key) => a[key] === b[key]);
}

/** `undefined`: there is none, or it is broken, which is said. */
function readInlineConfig(): object | undefined {
  const element = findInlineConfig();
  if (!element) return undefined;
  try {
    return JSON.parse(element.textContent) as object;
  } catch (error) {
    say(`the configuration is not JSON: ${String(error)}`);
    return undefined;
  }
}
