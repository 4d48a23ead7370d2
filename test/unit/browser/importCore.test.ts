import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { importCore } from "../../../widget/browser/importCore.ts";

// Nothing is served here, so that import() fails and the second way is taken; the first is driven in a real browser.
const BASE = "https://cdn.invalid/w/goeswith.js";
const CORE = "https://cdn.invalid/w/c/core-1.js";

beforeEach(() => {
  vi.stubGlobal("__CORE__", "c/core-1.js");
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The script element the retry puts into the page. happy-dom would fetch it, so it is kept out. */
function catchScript(): Promise<HTMLScriptElement> {
  return new Promise((resolve) => {
    vi.spyOn(document.head, "append").mockImplementation((...nodes) => resolve(nodes[0] as HTMLScriptElement));
  });
}

it("waits without a folder", () => {
  expect(importCore(undefined, "")).toBeUndefined();
});

it("tries once more by a module script with the nonce of the tag, which announces itself by its address", async () => {
  const caught = catchScript();
  const loading = importCore(BASE, "abc");
  const script = await caught;
  expect([script.type, script.nonce, script.src]).toEqual(["module", "abc", CORE]);
  const takeOver = () => undefined;
  dispatchEvent(new CustomEvent(CORE, { detail: takeOver }));
  expect(await loading).toBe(takeOver);
});

it("goes through a Trusted Types policy where the browser has them", async () => {
  const createPolicy = vi.fn((_: string, rules: { createScriptURL(url: string): string }) => rules);
  vi.stubGlobal("trustedTypes", { createPolicy });
  const caught = catchScript();
  void importCore(BASE, "");
  expect((await caught).src).toBe(CORE);
  expect(createPolicy).toHaveBeenCalledExactlyOnceWith("goeswith", expect.anything());
});

it("goes on with the plain address where the page allows no policy", async () => {
  vi.stubGlobal("trustedTypes", {
    createPolicy() {
      throw new TypeError("Policy goeswith disallowed");
    },
  });
  const caught = catchScript();
  void importCore(BASE, "");
  expect((await caught).src).toBe(CORE);
});

it("leaves no element behind", async () => {
  const caught = catchScript();
  void importCore(BASE, "");
  const script = await caught;
  const remove = vi.spyOn(script, "remove");
  script.dispatchEvent(new Event("error"));
  expect(remove).toHaveBeenCalledOnce();
});
