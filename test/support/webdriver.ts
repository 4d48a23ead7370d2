import { type Spot, spotIn } from "./spotIn.ts";

/** What a WebDriver speaks for an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** How long a control may take to come, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 50;

/** WebDriver's codes of the keys that have no character. */
const KEYS = { Tab: "\uE004", Enter: "\uE006", Escape: "\uE00C", Space: " ", Shift: "\uE008" } as const;

export type Key = keyof typeof KEYS;

/** One page of a browser driven by WebDriver. */
export interface DrivenPage {
  /** Goes there and waits until it has loaded. */
  goto(address: string): Promise<void>;
  address(): Promise<string>;
  /** Runs a function in the page; it sees nothing but its arguments. Waits for a promise. */
  run<Args extends readonly unknown[], Result>(script: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  /** What can be read in every element that fits. */
  texts(spot: Spot): Promise<readonly string[]>;
  /** Waits for the element, and presses the middle of it with a real pointer. */
  click(spot: Spot): Promise<void>;
  /** Puts a text into a field. */
  type(spot: Spot, text: string): Promise<void>;
  /** Presses keys one after another, all held until the last one is down. */
  press(...keys: readonly Key[]): Promise<void>;
  /** Of the page's cookies, as the next request would send them. */
  cookies(): Promise<string>;
}

type Call = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

/** Speaks WebDriver; whatever the driver calls an error is thrown. */
export function createCall(origin: string): Call {
  return async (method, path, body) => {
    const response = await fetch(origin + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
}

/** The page of an open session. */
export function drivePage(call: Call): DrivenPage {
  const run: DrivenPage["run"] = async (script, ...args) =>
    (await call("POST", "/execute/sync", { script: `return (${String(script)}).apply(null, arguments)`, args })) as never;
  /** Tries until the element is there and lets it be done: a page may draw it anew at any moment. */
  const use = async (spot: Spot, what: "click" | "value", body: object): Promise<void> => {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const [element] = (await run(spotIn, spot, false)) as unknown as readonly { readonly [ELEMENT]: string }[];
      // The driver's own scrolling does not always bring it into sight.
      if (element) await run((target) => (target as unknown as Element).scrollIntoView({ block: "center", behavior: "instant" }), element);
      const refusal = element
        ? await call("POST", `/element/${element[ELEMENT]}/${what}`, body).then(() => undefined, String)
        : "it is not there";
      if (!refusal) return;
      if (Date.now() > end) throw new Error(`${JSON.stringify(spot)}: ${refusal}`);
      await new Promise((resume) => setTimeout(resume, PAUSE));
    }
  };
  return {
    run,
    goto: async (url) => void (await call("POST", "/url", { url })),
    address: async () => (await call("GET", "/url")) as string,
    texts: async (spot) => (await run(spotIn, spot, true)) as readonly string[],
    click: (spot) => use(spot, "click", {}),
    type: (spot, text) => use(spot, "value", { text }),
    async press(...keys) {
      const codes = keys.map((key) => KEYS[key]);
      const actions = [
        ...codes.map((value) => ({ type: "keyDown", value })),
        ...codes.toReversed().map((value) => ({ type: "keyUp", value })),
      ];
      await call("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
    },
    async cookies() {
      const all = (await call("GET", "/cookie")) as readonly { readonly name: string; readonly value: string }[];
      return all.map(({ name, value }) => `${name}=${value}`).join("; ");
    },
  };
}
