import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attach } from "../../../widget/browser/attach.ts";
import type { Command, GoesWith, TakeOver } from "../../../widget/types/command.ts";
import type { Options } from "../../../widget/types/options.ts";

const page = globalThis as { goesWith?: GoesWith | undefined };
const answer = (body: string, status = 200) => Promise.resolve(new Response(body, { status }));

interface Taken {
  readonly queue: Command[];
  readonly defaults: Options;
}

/** A core that notes what it was handed. */
function aCore() {
  const taken: Taken[] = [];
  const load = vi.fn((_base: string | undefined, _nonce: string) =>
    Promise.resolve<TakeOver>((queue, defaults) => void taken.push({ queue, defaults })),
  );
  return { load, taken };
}

const aTag = (attributes: Record<string, string>) => {
  const tag = document.createElement("script");
  tag.type = "text/plain";
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  tag.nonce = attributes["nonce"] ?? "";
  document.head.append(tag);
  return tag;
};

beforeEach(() => {
  delete page.goesWith;
  vi.stubGlobal(
    "fetch",
    vi.fn((address: string) => answer(JSON.stringify({ address }))),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.head.innerHTML = "";
  document.body.innerHTML = "";
  Reflect.deleteProperty(document, "prerendering");
  Reflect.deleteProperty(document, "currentScript");
});

const currentScript = (value: unknown) => Object.defineProperty(document, "currentScript", { value, configurable: true });

describe("what starts it", () => {
  it("does nothing without a configuration or a start call", () => {
    const { load } = aCore();
    attach(load);
    expect(load).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
  });

  it("leaves the manifest alone where the theme has no place for offers", async () => {
    aTag({ "data-config": "/goeswith.json", "data-model": "/model" });
    const { load, taken } = aCore();
    attach(load);
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    expect(taken[0]?.defaults.model).toEqual({ address: "/model" });
  });

  it("asks for configuration, manifest and core at the same time", async () => {
    document.body.innerHTML = '<goes-with placement="drawer"></goes-with>';
    aTag({ "data-config": "/goeswith.json", "data-model": "/model", src: "https://cdn.example/w/goeswith.js" });
    const { load, taken } = aCore();
    attach(load);
    expect(vi.mocked(fetch).mock.calls.map(([address]) => address)).toEqual(["/goeswith.json", "/model/manifest.json"]);
    expect(load).toHaveBeenCalledExactlyOnceWith("https://cdn.example/w/goeswith.js", "");
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    expect(await taken[0]?.defaults.config).toEqual({ address: "/goeswith.json" });
    expect(taken[0]?.defaults.model?.address).toBe("/model");
    expect(await taken[0]?.defaults.model?.manifest).toEqual({ address: "/model/manifest.json" });
  });

  it("starts with a configuration in the page, also one that is parsed after the tag", async () => {
    const { load, taken } = aCore();
    attach(load);
    expect(load).not.toHaveBeenCalled();
    document.body.innerHTML = '<script type="application/json" data-goeswith="config">{}</script>';
    document.dispatchEvent(new Event("readystatechange"));
    expect(load).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(taken[0]?.defaults).toEqual({}));
  });

  it("starts with a start call that comes later, once", () => {
    const { load } = aCore();
    attach(load);
    page.goesWith?.("consent", "measure");
    expect(load).not.toHaveBeenCalled();
    page.goesWith?.("start", {});
    page.goesWith?.("start", {});
    expect(load).toHaveBeenCalledOnce();
  });

  it("row 46: waits until a prerendered page is shown", () => {
    Object.defineProperty(document, "prerendering", { value: true, configurable: true });
    aTag({ "data-config": "/goeswith.json" });
    const { load } = aCore();
    attach(load);
    expect(load).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
    Reflect.deleteProperty(document, "prerendering");
    document.dispatchEvent(new Event("prerenderingchange"));
    expect(load).toHaveBeenCalledOnce();
  });
});

describe("the queue", () => {
  it("hands on the calls of the page's stub, in their order", async () => {
    const q = [
      ["consent", "measure"],
      ["start", { config: {} }],
    ] as Command[];
    page.goesWith = Object.assign(() => undefined, { q });
    const { load, taken } = aCore();
    attach(load);
    page.goesWith?.("refresh");
    await vi.waitFor(() => expect(taken[0]?.queue).toEqual([["consent", "measure"], ["start", { config: {} }], ["refresh"]]));
  });

  it("does not take an element with the id goesWith for a stub", () => {
    page.goesWith = document.createElement("div") as unknown as GoesWith;
    attach(aCore().load);
    expect(page.goesWith).toBeTypeOf("function");
  });
});

describe("row 64: loaded twice", () => {
  it("leaves the first at work and says one line", () => {
    const said = vi.spyOn(console, "info").mockReturnValue();
    aTag({ "data-config": "/goeswith.json" });
    const [first, second] = [aCore(), aCore()];
    attach(first.load);
    const atWork = page.goesWith;
    attach(second.load);
    expect(page.goesWith).toBe(atWork);
    expect(first.load).toHaveBeenCalledOnce();
    expect(second.load).not.toHaveBeenCalled();
    expect(said).toHaveBeenCalledOnce();
  });
});

describe("which tag is its own", () => {
  it("takes the running script before another one with a configuration", () => {
    aTag({ "data-config": "/other.json" });
    currentScript(aTag({ "data-config": "/own.json", src: "https://cdn.example/x/renamed.js", nonce: "abc" }));
    const { load } = aCore();
    attach(load);
    expect(fetch).toHaveBeenCalledExactlyOnceWith("/own.json");
    expect(load).toHaveBeenCalledExactlyOnceWith("https://cdn.example/x/renamed.js", "abc");
  });

  it("row 62: is not fooled by a picture named currentScript", () => {
    aTag({ "data-config": "/own.json" });
    const picture = document.createElement("img");
    picture.setAttribute("data-config", "https://evil.example/config.json");
    currentScript(picture);
    attach(aCore().load);
    expect(fetch).toHaveBeenCalledExactlyOnceWith("/own.json");
  });

  it.each([
    ["data-base", { "data-config": "/c.json", "data-base": "https://cdn.example/w", src: "https://shop.example/all.js" }, undefined],
    ["the start call before all", { "data-config": "/c.json", "data-base": "/elsewhere/" }, "https://cdn.example/w/"],
  ])("takes the folder of the chunks from %s", (_, attributes, base) => {
    aTag(attributes);
    if (base) page.goesWith = Object.assign(() => undefined, { q: [["start", { base }]] as Command[] });
    const { load } = aCore();
    attach(load);
    expect(load).toHaveBeenCalledExactlyOnceWith("https://cdn.example/w/", "");
  });

  it("waits for a start call that names the folder when no folder is known", () => {
    const load = vi.fn((base: string | undefined) => (base ? new Promise<TakeOver>(() => undefined) : undefined));
    attach(load);
    page.goesWith?.("start", {});
    page.goesWith?.("start", { base: "https://cdn.example/w/" });
    page.goesWith?.("refresh");
    expect(load.mock.calls.map(([base]) => base)).toEqual([undefined, "https://cdn.example/w/"]);
  });
});

describe("failures", () => {
  it.each([
    ["a configuration that is not there", () => answer("<h1>404</h1>", 404), /answered 404/],
    ["a configuration that is no JSON", () => answer("{"), /goeswith.json is not JSON/],
  ])("hands on the failure of %s", async (_, respond, failure) => {
    vi.stubGlobal("fetch", vi.fn(respond));
    aTag({ "data-config": "/goeswith.json" });
    const { load, taken } = aCore();
    attach(load);
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    await expect(taken[0]?.defaults.config).rejects.toThrow(failure);
  });

  it("row 57: survives a fetch that throws and a core that never comes", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    vi.stubGlobal("fetch", () => {
      throw new Error("no fetch here");
    });
    aTag({ "data-config": "/goeswith.json" });
    attach(() => Promise.reject(new Error("blocked")));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("row 62: throws nothing when document.querySelector is an element", () => {
    vi.spyOn(document, "querySelector").mockImplementation(() => {
      throw new TypeError("not a function");
    });
    expect(() => attach(aCore().load)).not.toThrow();
  });
});
