import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge"];
const CHROMIUM_PLACES = [
  "/usr/lib/chromium/chromium",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const FIREFOX_NAMES = ["firefox-esr", "firefox"];
const FIREFOX_PLACES = [
  "/usr/lib/firefox-esr/firefox-esr",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

const MINI_BROWSERS = ["lib/x86_64-linux-gnu", "lib/aarch64-linux-gnu", "lib64", "libexec"].flatMap((folder) =>
  ["webkit2gtk-4.1", "webkitgtk-6.0"].map((version) => `/usr/${folder}/${version}/MiniBrowser`),
);

/** Where a program was looked for. Every part may be given, so that a machine without one can be tried out. */
export interface Search {
  /** Of the environment: CHROME_PATH or FIREFOX_PATH. A path that is no program is an error, not a reason to look on. */
  readonly given?: string | undefined;
  readonly path?: string | undefined;
  readonly places?: readonly string[];
}

/** Path of a Chromium, Chrome or Edge on this machine, or of Playwright's own copy. */
export function findChromium({ given = process.env["CHROME_PATH"], path, places = CHROMIUM_PLACES }: Search = {}): string | undefined {
  return find(CHROMIUM_NAMES, { given, path, places: [...places, ...(path === undefined ? [chromium.executablePath()] : [])] });
}

/** Path of a Firefox on this machine. Playwright's own build is not needed: an ordinary one is driven by WebDriver BiDi. */
export function findFirefox({ given = process.env["FIREFOX_PATH"], path, places = FIREFOX_PLACES }: Search = {}): string | undefined {
  return find(FIREFOX_NAMES, { given, path, places });
}

/** What drives WebKitGTK: its driver, a screen that nobody sees, and its own small browser. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly screen: string;
  readonly browser: string;
}

/** Paths of all three, or nothing. */
export function findWebKit({ path, places = MINI_BROWSERS }: Omit<Search, "given"> = {}): WebKitPrograms | undefined {
  const driver = find(["WebKitWebDriver"], { path });
  const screen = find(["Xvfb"], { path });
  const browser = find([], { path, places });
  return driver && screen && browser ? { driver, screen, browser } : undefined;
}

/**
 * Path of a Chromium as above, and where there is none, one is fetched: Playwright's own, else as root on Debian the package.
 * @throws with what to do when all of that fails.
 */
export function obtainChromium(): string {
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    ["npx", ["playwright", "install", "chromium"]],
    ...(process.getuid?.() === 0 ? [["apt-get", ["install", "-y", "chromium"]] as const] : []),
  ];
  let found = findChromium();
  for (const [command, args] of attempts) {
    if (found) return found;
    try {
      execFileSync(command, args, { stdio: "inherit" });
    } catch {
      // The next way may work.
    }
    found = findChromium();
  }
  if (found) return found;
  throw new Error("No Chromium, Chrome or Edge here. Install one, or set CHROME_PATH to its program.");
}

function find(names: readonly string[], { given, path = process.env["PATH"] ?? "", places = [] }: Search): string | undefined {
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`${given} is no program that can be run`);
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  const onPath = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  return [...onPath, ...places].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}
