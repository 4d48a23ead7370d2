import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Page, TestInfo } from "@playwright/test";

/** What pictures depend on beside our code: the browser, and the fonts that stand for the generic families. */
interface Machine {
  readonly browser: string;
  readonly widths: Readonly<Record<string, number>>;
}

const PROBES = { latin: "Goes with your cart: €1,234.50", arabic: "يناسب سلة التسوق", mark: "✓ ‹ › +" };

/** Why pictures made here cannot be compared with the references, or `undefined`: they can. Remembers this machine when references are made anew. */
export async function otherMachine(page: Page, info: TestInfo): Promise<string | undefined> {
  const file = info.snapshotPath("machine.json");
  const here = await describe(page);
  if (["all", "changed"].includes(info.config.updateSnapshots)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(here, undefined, 2)}\n`);
  }
  if (!existsSync(file)) return "no references were made";
  const there = JSON.parse(readFileSync(file, "utf8")) as Machine;
  if (there.browser !== here.browser) return `the references are by ${there.browser}, this is ${here.browser}`;
  const other = Object.keys(PROBES).filter((name) => there.widths[name] !== here.widths[name]);
  return other.length ? `this machine has other fonts (${other.join(", ")})` : undefined;
}

async function describe(page: Page): Promise<Machine> {
  const widths = await page.evaluate((probes) => {
    const probe = document.body.appendChild(document.createElement("span"));
    probe.style.cssText = "all:initial;position:absolute;white-space:nowrap;font:16px system-ui,sans-serif";
    const measured = Object.entries(probes).map(([name, text]) => {
      probe.textContent = text;
      return [name, Math.round(probe.getBoundingClientRect().width * 100) / 100] as const;
    });
    probe.remove();
    return Object.fromEntries(measured);
  }, PROBES);
  const browser = page.context().browser();
  return { browser: `${browser?.browserType().name()} ${browser?.version().split(".")[0]}`, widths };
}
