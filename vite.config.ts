import { defineConfig } from "vitest/config";
import { buildAll } from "./widget/build/buildAll.ts";
import { coreName } from "./widget/build/coreName.ts";
import { environments } from "./widget/build/environments.ts";
import { lightJsx } from "./widget/build/lightJsx.ts";
import { inlineRuntime } from "./widget/build/inlineRuntime.ts";
import { packTexts } from "./widget/build/packTexts.ts";
import { squeeze } from "./widget/build/squeeze.ts";
import { version } from "./widget/build/version.ts";
import { withoutMarkup } from "./widget/build/withoutMarkup.ts";

const everyTest = { extends: true as const };

export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  build: { target: "es2022", emptyOutDir: false, copyPublicDir: false, reportCompressedSize: false },
  environments,
  builder: { buildApp: buildAll },
  plugins: [inlineRuntime(), squeeze(), coreName(), lightJsx(), packTexts(), withoutMarkup()],
  test: {
    // One core is not kept free: nothing else runs meanwhile.
    maxWorkers: "100%",
    coverage: {
      include: ["widget/**/*.{ts,tsx}"],
      exclude: ["widget/types/**", "**/*.d.ts"],
      thresholds: { lines: 90, "widget/browser/offers/**": { lines: 100 }, "widget/browser/lib/money.ts": { lines: 100 } },
    },
    projects: [
      {
        ...everyTest,
        test: {
          name: "browser",
          environment: "happy-dom",
          // Threads start sooner than processes, and there are hundreds of files.
          pool: "threads",
          include: ["test/unit/browser/**/*.test.{ts,tsx}", "test/contract/**/*.test.{ts,tsx}"],
        },
      },
      {
        ...everyTest,
        test: {
          name: "node",
          environment: "node",
          pool: "threads",
          include: ["test/unit/**/*.test.{ts,tsx}"],
          exclude: ["test/unit/browser/**"],
          setupFiles: "test/support/temporary.ts",
        },
      },
      {
        ...everyTest,
        test: {
          name: "build",
          environment: "node",
          include: ["test/build/**/*.test.ts"],
          testTimeout: 60_000,
          setupFiles: "test/support/temporary.ts",
        },
      },
      {
        ...everyTest,
        test: {
          name: "webkit",
          environment: "node",
          include: ["test/webkit/**/*.test.ts"],
          globalSetup: "test/support/webkitSetup.ts",
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 120_000,
        },
      },
      { ...everyTest, test: { name: "bench", environment: "node", include: ["test/bench/**/*.test.ts"], testTimeout: 600_000 } },
      { ...everyTest, test: { name: "long", environment: "node", include: ["test/long/**/*.test.ts"], testTimeout: 600_000 } },
    ],
  },
});
