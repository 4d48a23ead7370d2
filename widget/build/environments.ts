import type { EnvironmentOptions } from "vite";

/** What the commands take from the machine they run on: the optional peers. */
const PEERS = ["@duckdb/node-api", "fastify", "zod"];

/** Which modules come in one file, so that no file waits for another that only it knows of. */
const TOGETHER = {
  // What the parts share with the core stays in the core, which is there before them.
  includeDependenciesRecursively: false,
  groups: [
    // Everything the entry needs to run.
    { name: "core", tags: ["$initial" as const] },
    // What makes out a shop system, or reads a page of none.
    {
      name: "platforms",
      test: /widget\/browser\/platforms\/(?:(?:index|whenParsed)\.|datalayer\/holdsTrade|shop\/pageObject|markup\/(?!markupLater|readOrder))/,
    },
    // What all shop systems share.
    {
      name: "createShop",
      test: /widget\/browser\/platforms\/shop\/(?!hear|wrap)/,
    },
    // All that its first offers need; the rest comes later.
    {
      name: "woocommerce",
      test: /widget\/browser\/platforms\/woocommerce(?:\.ts|\/(?!create(?:OrderMark|StoreWrites|Woo\w+)|hear|postStore|read(?:OrderPage|Related)))/,
    },
    // What the first offers of most pages are drawn with; every other layout has its own.
    {
      name: "ui",
      test: /widget\/browser\/(?:ui\/(?!later|rareParts|Notes|Variant|besidePrice|texts\/(?!fill\.|capitalise))|placements\/(?:firstLook|layouts\/(?!bump|bundle|strip|swap|watchEnds|index|takeOver)))/,
    },
  ],
};

interface BrowserBuild {
  readonly entry: string;
  readonly format: "es" | "iife";
  readonly name: string;
  /** Pattern of the chunks' names; absent: everything goes into one file. */
  readonly chunks?: string;
  readonly external?: readonly string[];
}

// Always lib mode: app mode puts a preload helper into every chunk that loads another. Minified here, because lib mode does not.
function browserBuild({ entry, format, name, chunks, external = [] }: BrowserBuild): EnvironmentOptions {
  const names = { entryFileNames: name, ...(chunks ? { chunkFileNames: chunks, codeSplitting: TOGETHER } : { codeSplitting: false }) };
  return {
    consumer: "client",
    build: {
      lib: { entry, formats: [format], name: "goeswith" },
      // The others take from the entry what they share with it.
      rolldownOptions: {
        preserveEntrySignatures: "allow-extension",
        external: [...external],
        output: { ...names, minify: true, comments: false },
      },
    },
  };
}

/** Six characters tell two releases of one chunk apart; each is paid for in every file that names it. */
const HASHED = "c/[name]-[hash:6].js";

/** One entry per thing that is built. All write into `dist/`. */
export const environments: Record<string, EnvironmentOptions> = {
  chunks: browserBuild({ entry: "widget/browser/core.ts", format: "es", name: HASHED, chunks: HASHED }),
  tag: browserBuild({ entry: "widget/browser/main.ts", format: "iife", name: "goeswith.js" }),
  one: browserBuild({ entry: "widget/browser/one.ts", format: "iife", name: "goeswith.one.js" }),
  npm: browserBuild({
    entry: "widget/browser/index.ts",
    format: "es",
    name: "index.js",
    chunks: "npm/[name].js",
    external: ["preact", "@floating-ui/core", "@floating-ui/dom"],
  }),
  cli: {
    consumer: "server",
    resolve: { noExternal: true, external: PEERS },
    build: {
      ssr: true,
      target: "node20",
      lib: {
        entry: {
          cli: "widget/cli.ts",
          countWorker: "widget/trainer/mining/countWorker.ts",
          solveWorker: "widget/trainer/mining/solveWorker.ts",
        },
        formats: ["es"],
      },
      rolldownOptions: {
        external: PEERS,
        output: {
          entryFileNames: ({ name }) => (name === "cli" ? "cli.js" : `cli/${name}.js`),
          chunkFileNames: "cli/[name].js",
          comments: false,
          minify: true,
        },
      },
    },
  },
  report: browserBuild({ entry: "widget/collector/report/main.tsx", format: "es", name: "report/report.js" }),
};
