import type { Page } from "@playwright/test";

/** Hears, on every page that is opened from now on, which orders the widget tells of; they come as JSON, one a line. */
export async function hearOrders(page: Page): Promise<() => string> {
  const told: string[] = [];
  page.on("console", (message) => void told.push(message.text()));
  await page.addInitScript(`window.goesWith = window.goesWith || function () { (goesWith.q = goesWith.q || []).push(arguments) };
    goesWith("on", (event) => console.info("told " + JSON.stringify(event)));`);
  return () => told.filter((line) => line.includes('"type":"ordered"')).join("\n");
}
