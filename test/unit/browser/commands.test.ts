import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTakeOver } from "../../../widget/browser/commands.ts";
import type { Command } from "../../../widget/types/command.ts";
import type { Instance, Options } from "../../../widget/types/options.ts";

/** A start that notes what it was given and what was asked of each instance. */
function aStart() {
  const started: Options[] = [];
  const asked: string[] = [];
  const start = vi.fn((options: Options): Instance => {
    const number = started.push(options);
    const note = (what: string) => asked.push(`${number} ${what}`);
    return {
      refresh: () => note("refresh"),
      consent: (level) => note(`consent ${level}`),
      on: () => (note("on"), () => undefined),
      stop: () => note("stop"),
    };
  });
  return { start, started, asked };
}

const CONFIG = Promise.resolve({});
const said = vi.spyOn(console, "info");

beforeEach(() => {
  said.mockReset().mockReturnValue();
});

afterEach(() => {
  document.body.innerHTML = "";
  Reflect.deleteProperty(document, "readyState");
});

const inline = (json: string) => void (document.body.innerHTML = `<script type="application/json" data-goeswith="config">${json}</script>`);

function take(queue: Command[], defaults: Options = {}) {
  const fake = aStart();
  createTakeOver(fake.start)(queue, defaults);
  return fake;
}

describe("starting by itself", () => {
  it("starts with the tag's configuration", () => {
    expect(take([], { config: CONFIG }).started).toEqual([{ config: CONFIG }]);
  });

  it("starts with the configuration in the page", () => {
    inline('{"shop":"Aster"}');
    expect(take([]).started).toEqual([{ config: { shop: "Aster" } }]);
  });

  it("does nothing without any", () => {
    expect(take([]).started).toEqual([]);
  });

  it("says once what is wrong with a broken configuration in the page, and does nothing", () => {
    inline('{"shop":');
    expect(take([]).started).toEqual([]);
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/configuration is not JSON/));
  });

  it("does not start what the page stopped before", () => {
    expect(take([["stop"]], { config: CONFIG }).started).toEqual([]);
  });

  it("row 66: waits in the head until the page is parsed", () => {
    Object.defineProperty(document, "readyState", { value: "loading", configurable: true });
    const fake = take([], { config: CONFIG });
    expect(fake.started).toEqual([]);
    document.dispatchEvent(new Event("readystatechange"));
    expect(fake.started).toHaveLength(1);
  });
});

describe("calls that waited", () => {
  it("starts once, with the call's options over the tag's", () => {
    const sinks: Options["sinks"] = [];
    const fake = take([["start", { sinks, base: "/w/" }]], { config: CONFIG });
    expect(fake.started).toEqual([{ config: CONFIG, sinks }]);
  });

  it("applies a consent and a listener from before the start", () => {
    const fake = take([
      ["consent", "measure"],
      ["on", () => undefined],
      ["start", {}],
    ]);
    expect(fake.asked).toEqual(["1 on", "1 consent measure"]);
  });

  it("row 64: does each of them once", () => {
    const queue: Command[] = [["start", {}], ["refresh"]];
    const fake = take(queue);
    queue.push(["refresh"]);
    expect(fake.asked).toEqual(["1 refresh", "1 refresh"]);
    expect(queue).toHaveLength(0);
  });

  it("reads the arguments objects of a stub", () => {
    const queue: Command[] = [];
    const stub = function (..._: unknown[]) {
      // oxlint-disable-next-line prefer-rest-params -- the stub pages are told to paste does just this.
      queue.push(arguments as unknown as Command);
    };
    stub("start", { config: CONFIG });
    expect(take(queue).started).toEqual([{ config: CONFIG }]);
  });
});

describe("later calls", () => {
  it("does not start anew with the same options", () => {
    const queue: Command[] = [];
    const fake = take(queue, { config: CONFIG });
    queue.push(["start"], ["start", { config: CONFIG }]);
    expect(fake.started).toHaveLength(1);
  });

  it("stops and starts anew with other options, and keeps consent and listeners", () => {
    const queue: Command[] = [
      ["consent", "remember"],
      ["on", () => undefined],
    ];
    const fake = take(queue, { config: CONFIG });
    queue.push(["start", { sources: [] }]);
    expect(fake.started[1]).toEqual({ config: CONFIG, sources: [] });
    expect(fake.asked).toEqual(["1 on", "1 consent remember", "1 stop", "2 on", "2 consent remember"]);
  });

  it("starts again after a stop", () => {
    const queue: Command[] = [];
    const fake = take(queue, { config: CONFIG });
    queue.push(["stop"], ["stop"], ["refresh"], ["start"]);
    expect(fake.started).toHaveLength(2);
    expect(fake.asked).toEqual(["1 stop"]);
  });

  it("says once that a command is not known, and goes on", () => {
    const queue: Command[] = [];
    const fake = take(queue, { config: CONFIG });
    queue.push(["__proto__"] as never, ["destroy"] as never, ["destroy"] as never, ["refresh"]);
    expect(said.mock.calls.filter(([line]) => String(line).includes('there is no command "destroy"'))).toHaveLength(1);
    expect(fake.asked).toEqual(["1 refresh"]);
  });

  it("throws nothing into the page when starting fails", () => {
    const queue: Command[] = [];
    createTakeOver(() => {
      throw new Error("no");
    })(queue, { config: CONFIG });
    expect(() => queue.push(["start", { sinks: [] }])).not.toThrow();
  });
});
