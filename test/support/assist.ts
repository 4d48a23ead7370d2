import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Locator, type Page } from "@playwright/test";

/** What those meet in our parts who use the keyboard, a screen reader, large text or colours of their own. */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
}

interface Findings {
  readonly violations: readonly Finding[];
  readonly incomplete: readonly Finding[];
}

/** What axe finds wrong in our parts of the page, or in another, by the rules of WCAG 2.2 AA, and what it could not decide. */
export async function axeFindings(page: Page, part = "goes-with-offers"): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate(async (include) => {
    const { axe: tool } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<Findings> } };
    const context = { include: [[include]] };
    return tool.run(context, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
  }, part);
  const say = (kind: string, found: readonly Finding[]) =>
    found.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${kind} ${id}: ${html} ${any.map(({ message }) => message).join(" ")}`));
  return [...say("wrong", violations), ...say("undecided", incomplete)];
}

/** The element that has the focus, inside shadow roots too: its tag and its name. */
export const focused = (page: Page): Promise<{ readonly tag: string; readonly name: string }> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return { tag: active?.localName ?? "", name: (active?.getAttribute("aria-label") ?? active?.textContent ?? "").trim() };
  });

/** Presses Tab, or with `back` Shift and Tab, until a control of that name has the focus. */
export async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const now = (await focused(page)).name;
    if (name.test(now)) return;
    passed.push(now.slice(0, 60));
  }
  throw new Error(`no control named ${name} among ${passed.join(", ")}`);
}

/** The focus is in the page, or soon will be, and not lost at its top. */
export const expectFocus = (page: Page): Promise<void> => expect.poll(async () => (await focused(page)).tag).not.toMatch(/^(body|html|)$/);

/** Presses somewhere, until what may move the page only in answer to a press is there. */
export const pressUntilSeen = (page: Page, control: Locator): Promise<void> =>
  expect(async () => {
    await page.locator("h1").click();
    await expect(control).toBeVisible({ timeout: 500 });
  }).toPass();

/** Everything our parts say to a screen reader from now on, as it is said. What is not displayed says nothing. */
export async function hearStatus(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  await page.exposeFunction("noteStatus", (text: string) => void heard.push(text));
  await page.evaluate(() => {
    const { noteStatus } = globalThis as unknown as { noteStatus(text: string): void };
    const watched = new Set<ShadowRoot>();
    const listen = (changes: readonly MutationRecord[]) => {
      const regions = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest("[role=status]"));
      for (const region of new Set(regions)) if (region?.textContent && region.getClientRects().length > 0) noteStatus(region.textContent);
    };
    const watchAll = () => {
      for (const { shadowRoot } of document.querySelectorAll("goes-with-offers")) {
        if (!shadowRoot || watched.has(shadowRoot)) continue;
        watched.add(shadowRoot);
        new MutationObserver(listen).observe(shadowRoot, { subtree: true, childList: true, characterData: true });
      }
    };
    watchAll();
    new MutationObserver(watchAll).observe(document, { subtree: true, childList: true });
  });
  return heard;
}
