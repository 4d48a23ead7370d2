import { defineConfig, type Project } from "@playwright/test";
import { findFirefox, obtainChromium } from "../support/findBrowser.ts";

/** Of the demo shop. Another one by GOESWITH_PORT, where two runs share a machine. */
const PORT = Number(process.env["GOESWITH_PORT"] ?? 4399);
const isRoot = process.getuid?.() === 0;
/** All there is, and not only what tells most in ten minutes. */
const isLong = Boolean(process.env["GOESWITH_LONG"]);
const isStrict = Boolean(process.env["CI"] ?? process.env["GOESWITH_STRICT"]);

/**
 * A browser that is not here is named; where all must run, that is a failure. What is tagged @chromium drives something that only that
 * browser has, or would prove the same once more; @long and, in Firefox, @firefox-long are for the long run.
 */
function firefoxProject(): Project[] {
  const executablePath = findFirefox();
  if (executablePath) {
    const use = { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath } } as const;
    return [{ name: "firefox", grepInvert: isLong ? /@chromium/ : /@chromium|@long|@firefox-long/, use }];
  }
  const message = "NOT RUN: firefox (apt-get install firefox-esr)";
  if (isStrict) throw new Error(message);
  if (process.env["TEST_WORKER_INDEX"] === undefined) console.log(message);
  return [];
}

const chromiumProject: Project = {
  name: "chromium",
  ...(!isLong && { grepInvert: /@long/ }),
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: obtainChromium(),
      args: [...(isRoot ? ["--no-sandbox"] : []), ...(process.platform === "linux" ? ["--disable-dev-shm-usage"] : [])],
    },
  },
};

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  snapshotPathTemplate: "{testDir}/snapshots/{arg}-{projectName}{ext}",
  workers: 2,
  retries: 0,
  forbidOnly: isStrict,
  // A machine that runs two browsers at once is slow now and then; what must be quick says so itself.
  expect: { timeout: 10_000 },
  use: { baseURL: `http://localhost:${PORT}`, trace: "retain-on-failure" },
  projects: [chromiumProject, ...firefoxProject()],
  webServer: {
    command: `node demo/run.mjs --port ${PORT}`,
    cwd: "../..",
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
    stdout: "ignore",
    timeout: 120_000,
  },
});
