import { execFileSync } from "node:child_process";

// A changed interface is written into the report on a developer's machine; where everything is checked, it must be there already.
const isStrict = Boolean(process.env.CI ?? process.env.GOESWITH_STRICT);

const run = (...command) => execFileSync(process.execPath, command, { stdio: "inherit" });

run("node_modules/typescript/bin/tsc", "-p", "widget/build/tsconfig.types.json");
run(
  "node_modules/@microsoft/api-extractor/bin/api-extractor",
  "run",
  "--config",
  "widget/build/api-extractor.json",
  ...(isStrict ? [] : ["--local"]),
);
