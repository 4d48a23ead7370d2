import { expect, type Page } from "@playwright/test";
import { test } from "../support/hostPage.ts";
import { cartLines, fillCart, offerIds, placement } from "../support/shopper.ts";

/** Pages that have broken what the browser gives, from the start or while the shopper is there. The shop's own things must still go their way. */

const BROKEN = "broken";
const offers = (page: Page) => placement(page, "product").locator("[data-offer]");

/** A page whose browser lacks something: the shop's button works, and offers come unless they cannot. */
const onlyWhile = (code: string) => `if (sessionStorage.getItem("${BROKEN}") !== "over") { ${code} }`;

const endBreaking = (page: Page) => page.evaluate((key) => sessionStorage.setItem(key, "over"), BROKEN);

const FETCHES: Readonly<Record<string, string>> = {
  "throws at once": `fetch = () => { throw new Error("no fetch here") }`,
  "returns nothing": `fetch = () => undefined`,
  // Whoever is patient for many seconds is so for a moment only.
  "never settles": `const wait = setTimeout; setTimeout = (run, ms, ...rest) => wait(run, ms > 5000 ? 50 : ms, ...rest); fetch = () => new Promise(() => {})`,
  "has read the body already": `const real = fetch; fetch = async (...given) => { const answer = await real(...given); await answer.text(); return answer }`,
  "returns a jQuery promise":
    `const real = fetch; fetch = (...given) => { const own = { done() { return own }, fail() { return own }, ` +
    `then(done, fail) { real(...given).then((answer) => setTimeout(done, 0, answer), fail); return own } }; return own }`,
};

test.describe("row 57: a fetch that", { tag: "@chromium" }, () => {
  // Without it the shop's own script cannot sell either.
  test.use({ sells: false });
  for (const [what, code] of Object.entries(FETCHES)) {
    test(`${what}, before and after offers stand`, async ({ page, host }) => {
      await page.goto("/p/aster-9");
      await expect(offers(page).first()).toBeVisible();
      await page.evaluate(code);
      await offers(page).first().getByRole("button", { name: /^Add / }).click();
      await expect(
        placement(page, "product")
          .getByText(/could not|did not|not added|try again|in your cart/i)
          .first(),
      ).toBeVisible();
      await host.expectIntact();

      await page.addInitScript(code);
      await page.goto("/p/aster-9");
      await page.waitForLoadState("networkidle");
    });
  }
});

/** Without some of these there may be offers or none, and never an error. */
const MISSING: Readonly<Record<string, readonly [code: string, expected: "offers" | "either"]>> = {
  "no Promise": [`delete globalThis.Promise`, "either"],
  "a Promise of its own": [
    `const Real = Promise; function Own(run) { const real = new Real(run); this.then = (a, b) => real.then(a, b); this.catch = (b) => real.catch(b); }
     for (const name of ["resolve", "reject", "all", "race"]) Own[name] = (given) => new Own((ok, no) => Real[name](given).then(ok, no));
     Object.defineProperty(globalThis, "Promise", { value: Own, writable: true, configurable: true })`,
    "either",
  ],
  "no queueMicrotask, no idle callback and no observer but of mutations": [
    `for (const name of ["queueMicrotask", "requestIdleCallback", "cancelIdleCallback", "IntersectionObserver", "ResizeObserver"]) delete globalThis[name]`,
    "offers",
  ],
};

for (const [what, [code, expected]] of Object.entries(MISSING)) {
  test.describe(`row 58: ${what}`, { tag: "@chromium" }, () => {
    test.use({ hostile: onlyWhile(code) });
    test("is no error, and the rest of the page works", async ({ page, host }) => {
      await page.goto("/p/aster-9");
      if (expected === "offers") {
        await expect(offers(page).first()).toBeVisible();
        await page.getByRole("button", { name: "Accept measuring" }).click();
        await offers(page).first().getByRole("button", { name: /^Add / }).click();
        await expect.poll(() => cartLines(page)).toHaveLength(1);
      }
      await page.waitForLoadState("networkidle");
      await host.expectIntact();
      await endBreaking(page);
    });
  });
}

test.describe("row 59: a Date that tells text and cannot write itself", { tag: "@chromium" }, () => {
  test.use({
    hostile: `const real = Date.now; Date.now = () => String(real());
      Date.prototype.toISOString = () => { throw new Error("no ISO here") }`,
  });
  test("the collector takes every event, with whole numbers for times", async ({ page }) => {
    const batches: { sentAt: unknown; events: readonly { at: unknown }[] }[] = [];
    const verdicts: { accepted: readonly string[]; rejected: readonly object[] }[] = [];
    page.on("response", async (answer) => {
      if (!answer.url().endsWith("/v1/events")) return;
      // The last one may come when the page is gone.
      const verdict = (await answer.json().catch(() => undefined)) as (typeof verdicts)[number] | undefined;
      if (!verdict) return;
      batches.push(answer.request().postDataJSON() as (typeof batches)[number]);
      verdicts.push(verdict);
    });
    await page.goto("/p/aster-9");
    await page.getByRole("button", { name: "Accept measuring" }).click();
    await offers(page).first().getByRole("button", { name: /^Add / }).click();
    await expect.poll(() => verdicts.flatMap(({ accepted }) => accepted).length, { timeout: 15_000 }).toBeGreaterThan(2);
    expect(verdicts.flatMap(({ rejected }) => rejected)).toEqual([]);
    const times = batches.flatMap(({ sentAt, events }) => [sentAt, ...events.map(({ at }) => at)]);
    expect(times.filter((time) => !Number.isInteger(time) || Math.abs(Number(time) - Date.now()) > 3_600_000)).toEqual([]);
  });
});

test.describe("row 60: a property on Object.prototype that throws when it is read", { tag: "@chromium" }, () => {
  test.use({
    // What drives this browser goes over such properties too: it throws for us alone.
    hostile: `Object.defineProperty(Object.prototype, "foo", { enumerable: true, configurable: true,
      get() { if (new Error().stack.includes("/goeswith/")) throw new Error("foo was read") }, set() {} })`,
  });
  test("offers are drawn, drawn anew, taken and told of without it", async ({ page, host }) => {
    const bodies: string[] = [];
    page.on("request", (request) => request.url().endsWith("/v1/events") && bodies.push(request.postData() ?? ""));
    await page.goto("/p/aster-9");
    await page.getByRole("button", { name: "Accept measuring" }).click();
    const list = placement(page, "product");
    await expect(offers(page).first()).toBeVisible();
    const [first] = await offerIds(page);
    await offers(page).first().getByRole("button", { name: /^Add / }).click();
    await expect(list.getByRole("status").first()).toHaveText(/is in your cart/);
    await expect(list.locator(`[data-offer="${first}"]`).getByRole("button", { name: /^Undo/ })).toBeVisible();
    await list
      .getByRole("button", { name: /^No thanks/ })
      .first()
      .click();
    await expect(list.getByRole("button", { name: "Not for me" })).toBeVisible();
    await fillCart(page, { product: "aster-9" });
    await page.goto("/cart");
    await expect(placement(page, "cart").locator("[data-offer]").first()).toBeVisible();
    await expect.poll(() => bodies.length).toBeGreaterThan(0);
    expect(bodies.join()).not.toContain("foo");
    expect(host.complaints).toEqual([]);
  });
});

test(
  "row 80: whoever wraps history and fetch before and after us may take it back in any order",
  { tag: "@chromium" },
  async ({ page }) => {
    await page.addInitScript(() => {
      const calls: string[] = [];
      const wrap = (name: string) => {
        const { pushState } = history;
        const real = globalThis.fetch;
        history.pushState = (...given) => (calls.push(`${name} push`), pushState.apply(history, given));
        globalThis.fetch = (...given) => (calls.push(`${name} fetch`), real(...given));
        return () => {
          history.pushState = pushState;
          globalThis.fetch = real;
        };
      };
      Object.defineProperty(document, "wrapping", { value: { calls, wrap, endFirst: wrap("first") } });
    });
    await page.goto("/p/aster-9");
    await expect(offers(page).first()).toBeVisible();
    const heard = await page.evaluate(async () => {
      interface Wrapping {
        readonly calls: string[];
        wrap(name: string): () => void;
        endFirst(): void;
      }
      const { calls, wrap, endFirst } = (document as unknown as { wrapping: Wrapping }).wrapping;
      const endSecond = wrap("second");
      const hear = async () => {
        calls.length = 0;
        history.pushState(null, "", location.href);
        await fetch("/icon.svg");
        return calls.filter((call) => call.endsWith("push") || call.endsWith("fetch"));
      };
      const both = await hear();
      endFirst();
      const none = await hear();
      endSecond();
      return { both, none, first: await hear() };
    });
    expect(heard.both.filter((call) => call.endsWith("push"))).toEqual(["second push", "first push"]);
    expect(heard.none.filter((call) => call.endsWith("push"))).toEqual([]);
    expect(heard.first.filter((call) => call.endsWith("push"))).toEqual(["first push"]);
    await expect(offers(page).first()).toBeVisible();
  },
);
