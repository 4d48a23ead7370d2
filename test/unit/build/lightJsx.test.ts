import { resolve } from "node:path";
import { expect, it } from "vitest";
import { lightJsx } from "../../../widget/build/lightJsx.ts";

const OURS = resolve("widget/browser/ui/jsxRuntime.ts");

it.each([
  ["preact/jsx-runtime", "widget/browser/ui/Button.tsx", OURS],
  ["preact/jsx-runtime", "widget/browser/placements/layouts/list.tsx", OURS],
  ["preact/jsx-runtime", "widget/collector/report/main.tsx", undefined],
  ["preact", "widget/browser/ui/later/toVNode.ts", undefined],
])("%s is for %s the light one: %s", (source, importer, found) => {
  const { resolveId } = lightJsx();
  expect((resolveId as (source: string, importer: string) => unknown)(source, resolve(importer))).toBe(found);
});
