import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ChangedPair, ModelChanges } from "../../types/changes.ts";
import type { Manifest } from "../../types/model.ts";
import { CHANGES } from "../files/buildFiles.ts";
import { readJsonFile } from "../reading/readJsonFile.ts";

/** The pairs that shoppers moved in the build in use; none where they were not heard. */
export async function readChanges(folder: string, { build }: Manifest): Promise<readonly ChangedPair[]> {
  const file = join(folder, build, CHANGES);
  return existsSync(file) ? ((await readJsonFile(file)) as ModelChanges).pairs : [];
}
