import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const MAX_PACKED = 1_000_000;

/** Everything that may be in the package. */
const SHIPPED = [
  /^(package\.json|README\.md|LICENSE)$/,
  /^dist\/(index\.js|index\.d\.ts|cli\.js|goeswith\.js|goeswith\.one\.js|goeswith\.schema\.json|manifest\.json)$/,
  /^dist\/(c|npm|cli)\/[\w.-]+\.js$/,
  /^dist\/report\/report\.js$/,
];

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const [packed] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
) as [Packed];
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string> | undefined>;

it("row 110: the package holds what was built, the licence and the readme, and nothing else", () => {
  expect(packed.files.map(({ path }) => path).filter((path) => !SHIPPED.some((pattern) => pattern.test(path)))).toEqual([]);
});

it("is small", () => {
  expect(packed.size).toBeLessThan(MAX_PACKED);
});

it("row 110: runs nothing when it is installed, and brings Preact and what places popovers", () => {
  const scripts = Object.keys(manifest["scripts"] ?? {});
  expect(scripts.filter((name) => /^(pre|post)?(install|prepare|pack|publish|prepublishOnly)$/.test(name))).toEqual([]);
  expect(Object.keys(manifest["dependencies"] ?? {})).toEqual(["@floating-ui/core", "@floating-ui/dom", "preact"]);
});

it("pins what it is built with", () => {
  const loose = Object.entries({ ...manifest["dependencies"], ...manifest["devDependencies"] }).filter(
    ([, version]) => !/^\d/.test(version),
  );
  expect(loose).toEqual([]);
});

it("every file of the export map is shipped", () => {
  const targets = JSON.stringify(manifest["exports"]).match(/(?<=\.\/)[\w./]+(?=")/g) ?? [];
  const paths = packed.files.map(({ path }) => path);
  expect(
    targets.filter(
      (target) => /\.(js|json|d\.ts)$/.test(target) && (target.startsWith("dist/") || target === "package.json") && !paths.includes(target),
    ),
  ).toEqual([]);
});
