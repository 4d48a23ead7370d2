import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DIST, filesIn, readManifest } from "../support/dist.ts";

const hashes = (folder: string, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha384")
        .update(readFileSync(join(folder, name)))
        .digest("base64"),
    ]),
  );

it("row 110: two builds of the same sources are the same, byte for byte", () => {
  const again = mkdtempSync(join(tmpdir(), "goeswith-build-"));
  // Vitest sets NODE_ENV, which Vite would take for the kind of build that is wanted.
  const { NODE_ENV: _, ...env } = process.env;
  try {
    execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--outDir", again, "--logLevel", "error"], {
      stdio: "pipe",
      env,
    });
    const names = filesIn(again).filter((name) => name !== "manifest.json");
    expect(names.length).toBeGreaterThan(5);
    expect(hashes(again, names)).toEqual(hashes(DIST, names));
    expect(readManifest(again).files).toEqual(readManifest().files);
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
});
