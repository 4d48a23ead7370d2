import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

// Everything there is to check, in order, to the end. What makes later steps pointless stops them.
const UNIT_COUNTS = ".cache/unit.json";
const BUILD_COUNTS = ".cache/build.json";
const E2E_COUNTS = ".cache/e2e.json";
const WEBKIT_COUNTS = ".cache/webkit.json";

const STEPS = [
  { name: "typecheck" },
  { name: "lint" },
  {
    name: "unit",
    args: ["--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_COUNTS}`],
    counts: () => vitestCounts(UNIT_COUNTS),
  },
  { name: "build", isNeeded: true },
  {
    name: "size",
    args: ["--reporter=default", "--reporter=json", `--outputFile.json=${BUILD_COUNTS}`],
    counts: () => vitestCounts(BUILD_COUNTS),
  },
  { name: "pack:check" },
  {
    name: "e2e",
    args: ["--reporter=line,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_COUNTS },
    counts: () => playwrightCounts(E2E_COUNTS),
  },
  {
    name: "webkit",
    args: ["--reporter=default", "--reporter=json", `--outputFile.json=${WEBKIT_COUNTS}`],
    counts: () => vitestCounts(WEBKIT_COUNTS),
  },
];

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

const firstLines = (text = "", most = 12) => stripVTControlCharacters(text).trim().split("\n").slice(0, most).join("\n");

function vitestCounts(path) {
  const { numPassedTests, numFailedTests, testResults } = readJson(path);
  const failures = testResults
    .flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, name })))
    .filter(({ status }) => status === "failed")
    .map(({ name, fullName, failureMessages }) => `${relative(".", name)} › ${fullName}\n${firstLines(failureMessages[0])}`);
  return { passed: numPassedTests, failed: numFailedTests, failures };
}

function playwrightCounts(path) {
  const report = readJson(path);
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky, failures: report.suites.flatMap(playwrightFailures) };
}

function playwrightFailures({ suites = [], specs = [] }) {
  const failed = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) => `[${projectName}] ${file}:${line} › ${title}\n${firstLines(results[0]?.error?.message)}`),
  );
  return [...failed, ...suites.flatMap(playwrightFailures)];
}

/** A step that runs no tests counts only when it fails, and so does one that fails with every test passed. */
function runStep({ name, args = [], env = {}, counts = () => ({ passed: 0, failed: 0 }) }) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const command = ["run", "--silent", name, ...(args.length ? ["--", ...args] : [])];
  const { status } = spawnSync("npm", command, { stdio: "inherit", env: { ...process.env, ...env }, shell: process.platform === "win32" });
  const isOk = status === 0;
  const { passed, failed, failures = [] } = attempt(counts);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${isOk ? "ok" : "FAILED"} in ${seconds} s`);
  return { name, isOk, seconds, passed, failed: isOk ? failed : Math.max(1, failed), failures };
}

function attempt(counts) {
  try {
    return counts();
  } catch {
    return { passed: 0, failed: 0 };
  }
}

rmSync(".cache", { recursive: true, force: true });
mkdirSync(".cache");
const results = [];
for (const step of STEPS) {
  const result = runStep(step);
  results.push(result);
  if (step.isNeeded && !result.isOk) break;
}
// Once more at the end: a log is often kept, and read, only by its tail.
for (const { name, failures } of results) for (const failure of failures) console.log(`\nFAILED in ${name}: ${failure}`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${results.map(({ name, isOk, seconds }) => `${isOk ? "ok    " : "FAILED"} ${name} ${seconds} s`).join("\n")}`);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") ? 1 : 0;
