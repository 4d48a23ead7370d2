import type { ReportData } from "../../types/report.ts";
import { type BookQuestion, readBooks } from "../../books/readBooks.ts";
import { describeImport } from "../commands/describeImport.ts";
import { readExperiment } from "../readExperiment.ts";
import { readReportScript } from "../doors/readReportScript.ts";
import { openDuckdb } from "../store/duckdb.ts";
import type { EventStore } from "../store/store.ts";
import { summarise } from "../figures/summarise.ts";
import { watchModel } from "../watchModel.ts";
import { withModel } from "../figures/withModel.ts";
import { readEventFiles } from "./readEventFiles.ts";
import { reportFile } from "./reportFile.ts";

export interface ReportSources {
  readonly files: readonly string[];
  readonly shop?: string | undefined;
  readonly model?: string | undefined;
  readonly experiment?: string | undefined;
  readonly lang?: string | undefined;
  readonly zone: string;
  readonly books?: BookQuestion;
}

export interface MadeReport {
  readonly page: string;
  readonly data: ReportData;
  /** What was read, for the terminal. */
  readonly told: string;
}

/** Makes the collector's report out of files, by its own checks, store and figures. @throws where there is no event, or no script. */
export async function makeReport(sources: ReportSources, readScript = readReportScript): Promise<MadeReport> {
  const script = await readScript();
  if (!script) throw new Error("the report's script is not built: run npm run build");
  const store = await openDuckdb(":memory:");
  try {
    const tally = await readEventFiles({ store, ...sources });
    if (tally.taken() === 0) throw new Error(`there is no event in ${sources.files.join(", ")}\n${tally.describe()}`);
    const joined = sources.books && (await joinBooks(store, sources.books));
    const data = await readData(store, sources);
    const page = reportFile({ data, script: script.toString("utf8"), lang: sources.lang });
    return { page, data, told: [tally.describe(), joined].filter(Boolean).join("\n") };
  } finally {
    await store.stop();
  }
}

async function joinBooks(store: EventStore, books: BookQuestion): Promise<string> {
  const reading = await readBooks(books);
  return describeImport(reading, await store.confirm(reading.orders));
}

async function readData(store: EventStore, { experiment, model, zone }: ReportSources): Promise<ReportData> {
  const settings = experiment === undefined ? undefined : await readExperiment(experiment);
  const watched = model === undefined ? undefined : await watchModel(model);
  try {
    return withModel(summarise(await store.figures(), zone, settings), watched);
  } finally {
    watched?.stop();
  }
}
