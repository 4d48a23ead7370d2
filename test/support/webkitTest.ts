import { afterAll, inject } from "vitest";
import type { ReportFigures } from "../../widget/types/report.ts";
import { listenForBreaches, type ListeningShop } from "./listenForBreaches.ts";
import type { Spot } from "./spotIn.ts";
import { startWebKit, type WebKit } from "./startWebKit.ts";
import type { DrivenPage } from "./webdriver.ts";

/** A shopper in the demo shop with WebKit. */
export interface WebKitShopper {
  readonly page: DrivenPage;
  visit(path: string): Promise<void>;
  /** What the shop's server says is in the cart. */
  cartLines(): Promise<readonly string[]>;
  report(): Promise<ReportFigures>;
  /** What the pages' policies had to forbid so far. */
  readonly breaches: readonly string[];
}

const given = inject("webkit");
let browser: Promise<WebKit> | undefined;
const ways: ListeningShop[] = [];

/** Whether there is a WebKit to drive. */
export const hasWebKit = given !== undefined;

afterAll(async () => {
  await (await browser)?.stop();
  await Promise.all(ways.map(({ stop }) => stop()));
});

/** A shopper who was never here before, in the one browser of the test file. */
export async function newShopper(): Promise<WebKitShopper> {
  const { programs, shop } = given!;
  browser ??= startWebKit(programs);
  const way = await listenForBreaches(shop);
  ways.push(way);
  return createShopper(await (await browser).open(), way);
}

function createShopper(page: DrivenPage, { origin, breaches }: ListeningShop): WebKitShopper {
  const ask = async (path: string) => (await fetch(origin + path, { headers: { cookie: await page.cookies() } })).json();
  return {
    page,
    breaches,
    visit: (path) => page.goto(origin + path),
    async cartLines() {
      const { cart } = (await ask("/api/cart")) as {
        cart: { lines: readonly { product: string; variant?: string; quantity: number }[] };
      };
      return cart.lines.map(({ product, variant, quantity }) => `${quantity} ${variant ?? product}`).sort();
    },
    report: async () => (await ask("/report/data?zone=UTC")) as ReportFigures,
  };
}

export const button = (name: string, around?: string): Spot => ({ is: "button", name, ...(around && { in: around }) });
export const place = (name: string): string => `goes-with[placement=${name}]`;
