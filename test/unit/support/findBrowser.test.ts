import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findChromium, findFirefox, findWebKit } from "../../support/findBrowser.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goeswith-browser-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function aProgram(name: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, "#!/bin/sh\n");
  chmodSync(path, mode);
  return path;
}

const NOWHERE = { given: undefined, path: "/nowhere", places: [] };

it("takes the program that was given before all others", () => {
  const given = aProgram("mine");
  aProgram("chromium");
  expect(findChromium({ given, path: folder, places: [] })).toBe(given);
});

it("refuses a given path that is no program instead of taking another browser", () => {
  aProgram("chromium");
  expect(() => findChromium({ given: "/no/such", path: folder, places: [] })).toThrow("/no/such is no program");
});

it("looks along the path, then in the usual places", () => {
  const place = aProgram("elsewhere");
  expect(findChromium({ ...NOWHERE, places: [place] })).toBe(place);
  const chrome = aProgram("google-chrome");
  expect(findChromium({ ...NOWHERE, path: `/nowhere${delimiter}${folder}`, places: [place] })).toBe(chrome);
});

it("passes over a file that may not be run", () => {
  aProgram("chromium", 0o644);
  expect(findChromium({ ...NOWHERE, path: folder })).toBeUndefined();
});

it("finds nothing where there is nothing", () => {
  expect(findChromium(NOWHERE)).toBeUndefined();
  expect(findFirefox(NOWHERE)).toBeUndefined();
});

it("finds a Firefox by its Debian name first", () => {
  const esr = aProgram("firefox-esr");
  aProgram("firefox");
  expect(findFirefox({ ...NOWHERE, path: folder })).toBe(esr);
});

it("drives WebKit only where its driver, a screen and its browser are all there", () => {
  const driver = aProgram("WebKitWebDriver");
  const browser = aProgram("MiniBrowser");
  expect(findWebKit({ path: folder, places: [browser] })).toBeUndefined();
  const screen = aProgram("Xvfb");
  expect(findWebKit({ path: folder, places: [] })).toBeUndefined();
  expect(findWebKit({ path: folder, places: [browser] })).toEqual({ driver, screen, browser });
});
