import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// What a shop gets from npm: is the package well formed, and does it work where nothing else of this repository is?
const IIFE_ENTRIES = ["goeswith.js", "goeswith.one.js", "schema.json"];
const npmCommand = process.platform === "win32" ? "npm.cmd" : "npm";
const quiet = { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };

const node = (file, ...args) => execFileSync(process.execPath, [file, ...args], { stdio: "inherit" });

node("node_modules/publint/src/cli.js", "--strict");
node("node_modules/@arethetypeswrong/cli/dist/index.js", "--pack", ".", "--profile", "esm-only", "--exclude-entrypoints", ...IIFE_ENTRIES);

const elsewhere = mkdtempSync(join(tmpdir(), "goeswith-pack-"));
try {
  const [{ filename }] = JSON.parse(execFileSync(npmCommand, ["pack", "--json", "--pack-destination", elsewhere], quiet));
  writeFileSync(join(elsewhere, "package.json"), '{ "private": true, "type": "module" }');
  const there = { ...quiet, cwd: elsewhere };
  execFileSync(npmCommand, ["install", "--prefer-offline", "--omit=peer", "--no-audit", "--no-fund", `./${filename}`], there);
  const help = execFileSync(process.execPath, ["node_modules/goeswith/dist/cli.js", "--help"], there);
  if (!/^\s*train\b/m.test(help)) throw new Error(`goeswith --help does not name its commands:\n${help}`);
  const use =
    'import { start } from "goeswith"; import schema from "goeswith/schema.json" with { type: "json" }; console.log(typeof start, schema.type)';
  const used = execFileSync(process.execPath, ["--no-warnings", "--input-type=module", "-e", use], there).trim();
  if (used !== "function object") throw new Error(`the package's entry gives ${used}`);
  const { name, version } = JSON.parse(readFileSync(resolve("package.json"), "utf8"));
  console.log(`${name} ${version} packs, installs elsewhere, answers --help and can be imported`);
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}
