import type { Page } from "@playwright/test";

/** One file the page fetched until a button stood in a shadow root. */
export interface Transfer {
  readonly path: string;
  /** Bytes of the body on the wire, compressed. */
  readonly bytes: number;
  /** Milliseconds since the navigation began. */
  readonly start: number;
  readonly end: number;
  /** 1 for what the page itself asks for; one more than everything that had arrived when it was asked for. */
  readonly round: number;
}

declare global {
  interface Window {
    /** When the first button stood in one of our shadow roots. */
    offerAt?: number;
    /** When the first of our elements stood in the page. */
    hostAt?: number;
    /** What moved since then without a press, and how far. */
    shifts?: string[];
  }
}

/** Notes on the page, before any script of it runs, when the first offer stands and how much the page has shifted. */
export async function watchFirstOffer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    interface Shift {
      readonly value: number;
      readonly startTime: number;
      readonly sources: readonly { readonly node: Element | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, startTime, sources } of list.getEntries() as unknown as readonly Shift[]) {
        // Before that the page is still being laid out as it arrives.
        if (startTime < (window.hostAt ?? Infinity)) continue;
        const moved = sources.map(
          ({ node, previousRect: a, currentRect: b }) =>
            `${node?.nodeName}.${node?.className} ${[a.x, a.y, a.width, a.height].join()} → ${[b.x, b.y, b.width, b.height].join()}`,
        );
        window.shifts?.push(`${value}: ${moved.join("; ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
    const look = () => {
      if (document.querySelector("goes-with-offers")) window.hostAt ??= performance.now();
      const host = [...document.querySelectorAll("goes-with-offers")].find((one) => one.shadowRoot?.querySelector("button"));
      if (host) window.offerAt = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** What of ours was fetched until then: scripts, configuration, model files and live prices; no pictures. */
export async function transfersUntilOffer(page: Page): Promise<{ readonly at: number; readonly transfers: readonly Transfer[] }> {
  await page.waitForFunction(() => window.offerAt !== undefined);
  const { at, entries } = await page.evaluate(() => ({
    at: window.offerAt ?? 0,
    entries: (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name, responseEnd }) => /\/(goeswith|model|api\/products)/.test(name) && responseEnd <= (window.offerAt ?? 0))
      .map(({ name, encodedBodySize, startTime, responseEnd }) => ({
        path: new URL(name).pathname,
        bytes: encodedBodySize,
        start: startTime,
        end: responseEnd,
      })),
  }));
  const transfers: Transfer[] = [];
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    const before = transfers.filter(({ end }) => end <= entry.start).map(({ round }) => round);
    transfers.push({ ...entry, round: 1 + Math.max(0, ...before) });
  }
  return { at, transfers };
}

/** Bytes of those whose path matches. */
export function bytesOf(transfers: readonly Transfer[], pattern: RegExp): number {
  return transfers.filter(({ path }) => pattern.test(path)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** As a table to print. */
export function waterfall({ at, transfers }: { readonly at: number; readonly transfers: readonly Transfer[] }): string {
  const rows = transfers.map(
    ({ path, bytes, start, end, round }) =>
      `${round}  ${start.toFixed(0).padStart(5)} – ${end.toFixed(0).padStart(5)} ms  ${String(bytes).padStart(6)} B  ${path}`,
  );
  return [...rows, `first offer at ${at.toFixed(0)} ms`].join("\n");
}
