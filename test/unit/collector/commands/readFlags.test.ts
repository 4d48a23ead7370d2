import { describe, expect, it } from "vitest";
import { readFlags } from "../../../../widget/collector/commands/readFlags.ts";

describe("the arguments of goeswith collect", () => {
  it("have defaults", () => {
    const options = { port: 4310, host: "127.0.0.1", data: "events.duckdb", origins: [], rate: 1200, patience: 10_000, connections: 2000 };
    expect(readFlags([])).toEqual({ options: { ...options, keep: { amount: 13, unit: "m" } } });
  });

  it("are read", () => {
    const args =
      "--port 0 --host 0.0.0.0 --data x.db --origin https://a.example --origin https://b.example:443/ --model m --rate 5 --token t --keep all".split(
        " ",
      );
    expect(readFlags(args)).toEqual({
      options: {
        ...{ port: 0, host: "0.0.0.0", data: "x.db", rate: 5, patience: 10_000, connections: 2000, model: "m", token: "t" },
        origins: ["https://a.example", "https://b.example"],
      },
    });
    expect(readFlags(["--report-port", "4311"])).toMatchObject({ options: { reportPort: 4311 } });
    expect(readFlags(["--experiment", "e.json"])).toMatchObject({ options: { experiment: "e.json" } });
    expect(readFlags(["--keep", "400d"])).toMatchObject({ options: { keep: { amount: 400, unit: "d" } } });
    expect(readFlags(["--trust-proxy", "10.0.0.5, 10.1.0.0/16,2001:db8::/32,loopback"])).toMatchObject({
      options: { trustProxy: "10.0.0.5,10.1.0.0/16,2001:db8::/32,loopback" },
    });
    expect(readFlags(["--help"])).toEqual({ help: true });
  });

  it.each<readonly [readonly string[], string]>([
    [["--port", "x"], "--port x: a whole number from 0 to 65535 is needed"],
    [["--port", "70000"], "--port 70000: a whole number from 0 to 65535 is needed"],
    [["--rate", "0"], "--rate 0: a whole number from 1 to 1000000000 is needed"],
    [["--origin", "shop.example"], "--origin shop.example: an address such as https://shop.example is needed"],
    [["--origin", "https://shop.example/cart"], "--origin https://shop.example/cart: only https://shop.example is needed"],
    [["--origin", "*"], "--origin *: an address such as https://shop.example is needed"],
    [["--keep", "for ever"], '--keep for ever: a time such as 13m, 400d or 2y, or "all", is needed'],
    ...["1", "true", "proxy.example", "10.0.0.5/33", "10.0.0.5/", "10.0.0.5/8/8", "10.0.0.5,"].map(
      (value) => [["--trust-proxy", value], `--trust-proxy ${value}: the proxy's address is needed`] as const,
    ),
    [["--token", ""], "--token is empty"],
    [["--token", "t", "--report-port", "1"], "give --report-port or --token, not both"],
    [["--prot", "1"], "Unknown option '--prot'"],
  ])("%j is a fault", (args, fault) => {
    expect(readFlags(args)).toEqual({ fault: expect.stringContaining(fault) });
  });
});
