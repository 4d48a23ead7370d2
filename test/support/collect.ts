import { runCollect } from "../../widget/collector/commands/runCollect.ts";

// The command for processes of tests.
process.exit(await runCollect(process.argv.slice(2)));
