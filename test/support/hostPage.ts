import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test as base } from "@playwright/test";
import { cartLines } from "./shopper.ts";

/** What the page around us noticed. */
export interface Host {
  /** Everything it holds against us so far. */
  readonly complaints: readonly string[];
  /** Its names and the prototypes of the language are as they were when it was opened, but for our one name. */
  expectIntact(): Promise<void>;
  /** The shop's own button puts one more thing into the cart. */
  expectSelling(): Promise<void>;
}

/** What a browser writes about a request that was refused or failed. */
const OF_THE_BROWSER = /Failed to load|CORS policy|Cross-Origin Request|Loading (?:failed|module)|NetworkError when/;
const MARK = "host complains: ";

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/hostile/${name}`, import.meta.url), "utf8");

/** Old libraries that a shop may have loaded before us, as text. */
export const oldLibraries = {
  "prototype.js 1.6": () => fixture("prototype-1.6.js"),
  "MooTools 1.2": () => readFileSync(createRequire(import.meta.url).resolve("mootools"), "utf8") + fixture("mootools-1.2.js"),
} as const;

/** Runs in every document before any script of the page but `hostile`, and notes what must never happen. */
function watch(mark: string): void {
  const complain = (what: string) => console.info(mark + what);
  addEventListener("unhandledrejection", ({ reason }) => complain(`unhandled ${String((reason as Error | undefined)?.stack ?? reason)}`));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample, sourceFile }) =>
    complain(["violation", violatedDirective, blockedURI, sample, sourceFile].join(" ")),
  );
  const builtIn = Object.getOwnPropertyNames.bind(Object);
  const own = Reflect.ownKeys;
  const describe = Object.getOwnPropertyDescriptor;
  const names = new Set(builtIn(globalThis));
  const before = new Map<object, Map<PropertyKey, PropertyDescriptor | undefined>>();
  const keep = (value: object) => void before.set(value, new Map(own(value).map((key) => [key, describe(value, key)] as const)));
  for (const name of names) {
    const value: unknown = describe(globalThis, name)?.value;
    if (typeof value !== "function" || !/^[A-Z]/.test(name)) continue;
    keep(value);
    if (typeof value.prototype === "object" && value.prototype) keep(value.prototype as object);
  }
  const differs = (a: PropertyDescriptor | undefined, b: PropertyDescriptor | undefined) =>
    (["value", "get", "set", "writable", "enumerable", "configurable"] as const).some((part) => !Object.is(a?.[part], b?.[part]));
  Object.defineProperty(document, Symbol.for("host"), {
    value: () => {
      const found: string[] = [];
      for (const name of builtIn(globalThis))
        if (!/^goesWith$|^__p(w|laywright)/.test(name) && !names.has(name)) found.push(`global ${name}`);
      for (const [owner, fields] of before) {
        const whose = typeof owner === "function" ? owner.name : `the prototype of ${String(describe(owner, "constructor")?.value?.name)}`;
        for (const key of new Set([...own(owner), ...fields.keys()]))
          if (differs(fields.get(key), describe(owner, key))) found.push(`changed ${String(key)} of ${whose}`);
      }
      return found.join("\n");
    },
  });
}

/**
 * A page that watches what becomes of it: before each test's own scripts `hostile` runs, and afterwards the page must hold nothing against us and
 * must sell as before.
 */
export const test = base.extend<{ hostile: string; sells: boolean; host: Host }>({
  hostile: ["", { option: true }],
  /** Whether there is a shop to sell anything; `false` for pages that are no shop. */
  sells: [true, { option: true }],
  host: [
    async ({ page, hostile, sells }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(`error ${error.stack ?? String(error)}`));
      page.on("console", (message) => {
        const text = message.text();
        if (text.startsWith(MARK)) complaints.push(text.slice(MARK.length));
        else if (message.type() === "error" && !OF_THE_BROWSER.test(text)) complaints.push(`console ${text}`);
      });
      await page.addInitScript(`${hostile}\n;(${String(watch)})(${JSON.stringify(MARK)})`);
      const host = createHost(page, complaints);
      await use(host);
      await host.expectIntact();
      if (sells) await host.expectSelling();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

function createHost(page: Page, complaints: readonly string[]): Host {
  return {
    complaints,
    async expectIntact() {
      expect(await page.evaluate(() => (document as unknown as Record<symbol, () => string>)[Symbol.for("host")]?.())).toBe("");
      expect(complaints).toEqual([]);
    },
    async expectSelling() {
      await page.goto("/p/pico-4");
      const pieces = (await cartLines(page)).length;
      await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
      await expect.poll(async () => (await cartLines(page)).length).toBe(pieces + 1);
    },
  };
}
