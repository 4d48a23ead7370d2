import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, type MockInstance, onTestFinished, vi } from "vitest";
import { hashOrder } from "../../../../widget/browser/lib/hashOrder.ts";
import { runImport } from "../../../../widget/collector/commands/runImport.ts";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { csv } from "../../../support/training.ts";
import { aCollector, aFolder, post } from "../aCollector.ts";
import { aBatch, anEvent, anOrder, NOON } from "../anEvent.ts";

let said: MockInstance<typeof console.log>;
let faults: MockInstance<typeof console.error>;

beforeEach(() => {
  said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  faults = vi.spyOn(console, "error").mockImplementation(() => undefined);
  onTestFinished(() => void vi.restoreAllMocks());
});

const HEADER = ["order", "time", "currency", "net", "refunded", "cancelled", "mark"];
const TIME = new Date(NOON).toISOString();

const ORDERS = csv(
  HEADER,
  ["1001", TIME, "EUR", "40.00", "", "", ""],
  ["1002", TIME, "EUR", "30.00", "10.00", "", "goeswith:visit2:holdout:"],
  ["1003", TIME, "EUR", "20.00", "", "", ""],
  ["1004", TIME, "EUR", "20.00", "", "yes", ""],
  ["test-5", TIME, "EUR", "20.00", "", "", ""],
  ["1006", "whenever", "EUR", "20.00", "", "", ""],
);

async function aFile(text: string, name = "orders.csv"): Promise<string> {
  const file = join(await aFolder(), name);
  await writeFile(file, text);
  return file;
}

/** A closed store in which a browser told of order 1001, and somebody of an order that never was. */
async function someEvents(): Promise<string> {
  const data = join(await aFolder(), "events.duckdb");
  const store = await openDuckdb(data);
  const events = [
    anEvent("shown", "e1", { visit: "visit2" }),
    anOrder("o1", [], { order: await hashOrder("demo", "1001"), total: 9900 }),
    anOrder("o2", [], { order: "forged", total: 99_999 }),
  ];
  await store.insert({ events: events.map((event) => ({ event, shop: "demo", received: NOON, happened: NOON, skew: 0 })), drops: [] });
  await store.stop();
  return data;
}

async function liftOf(data: string) {
  const store = await openDuckdb(data);
  const { lift } = await store.figures();
  await store.stop();
  return lift;
}

describe("importing orders", () => {
  it("row 142: verifies what was posted, and says how the shop's orders met it", async () => {
    const [data, file] = [await someEvents(), await aFile(ORDERS)];
    expect(await runImport(["orders", file, "--shop", "demo", "--data", data])).toBe(0);
    expect(said.mock.lastCall?.[0]).toBe(
      [
        `${file}: orders as a table`,
        "5 orders read",
        "  joined by mark:           1",
        "  joined by order id:       1",
        "  unknown to the browser:   3",
        "  with a refund:            1",
        "  cancelled or failed:      1",
        "  test orders:              1",
        "  left out, as they could not be read: 1",
        `    ${file}, line 7: time cannot be read: whenever`,
        "The browser saw 2 of the shop's 3 orders since measuring began, 66.7 %.",
      ].join("\n"),
    );
    expect(await liftOf(data)).toMatchObject({ basis: "confirmed", posted: 2, unverified: 1, confirmed: 3, recognised: 2 });
  });

  it("row 144: changes nothing when it is done again, and goes by the later export of an order", async () => {
    const [data, file] = [await someEvents(), await aFile(ORDERS)];
    const sums = async () => (await liftOf(data)).orderDays.map(({ orders, sum }) => [orders, sum]);
    await runImport(["orders", file, "--shop", "demo", "--data", data]);
    expect(await sums()).toEqual([[3, 8000]]);
    await runImport(["orders", file, "--shop", "demo", "--data", data]);
    expect(await sums()).toEqual([[3, 8000]]);
    const later = await aFile(csv(HEADER, ["1001", TIME, "EUR", "40.00", "40.00", "", ""]));
    await runImport(["orders", later, "--shop", "demo", "--data", data]);
    expect(await sums()).toEqual([[3, 4000]]);
  });

  it("goes through the door of a running collector", async () => {
    const collector = await aCollector({ token: "s3cret" });
    await post(collector, aBatch([anOrder("o1", [], { order: await hashOrder("demo", "1001") })]));
    const soon = new Date(Date.now() + 60_000).toISOString();
    const file = await aFile(csv(HEADER, ["1001", soon, "EUR", "40.00", "", "", ""], ["1002", soon, "EUR", "40.00", "", "", ""]));
    expect(await runImport(["orders", file, "--shop", "demo", "--collector", collector.report, "--token", "s3cret"])).toBe(0);
    expect(said.mock.lastCall?.[0]).toMatch(
      /joined by order id: {7}1\n[^]*The browser saw 1 of the shop's 2 orders since measuring began, 50 %\.$/,
    );
  });

  it("says what may be wrong where no order was known to the browser", async () => {
    const [data, file] = [await someEvents(), await aFile(csv(HEADER, ["1001", TIME, "EUR", "40.00", "", "", ""]))];
    await runImport(["orders", file, "--shop", "another", "--data", data]);
    expect(said.mock.lastCall?.[0]).toMatch(/saw 0 of the shop's 1 orders .* Is --shop the name in the configuration/);
  });

  it("stores nothing of a file that cannot be understood", async () => {
    const [data, file] = [await someEvents(), await aFile(csv(["order", "time"], ["1", TIME]))];
    expect(await runImport(["orders", file, "--shop", "demo", "--data", data])).toBe(1);
    expect(faults.mock.lastCall?.[0]).toMatch(/^goeswith import orders: .*orders\.csv: it does not say what the orders came to/);
    expect((await liftOf(data)).basis).toBe("posted");
  });

  it.each([
    [["orders"], "FILE… is needed"],
    [["events", "x.csv"], "orders FILE… is needed"],
    [["orders", "x.csv"], "--shop NAME is needed"],
    [["orders", "x.csv", "--shop", "demo", "--currency", "euro"], "three capital letters"],
    [["orders", "x.csv", "--shop", "demo", "--token", "t"], "--token goes with --collector"],
  ])("is not begun by %j", async (args, fault) => {
    expect(await runImport(args)).toBe(2);
    expect(faults.mock.lastCall?.[0]).toContain(fault);
  });

  it("tells how it is used", async () => {
    expect(await runImport(["--help"])).toBe(0);
    expect(said.mock.lastCall?.[0]).toContain("goeswith import orders FILE… --shop NAME");
  });
});
