import { createModel, type Model } from "../../browser/model/createModel.ts";
import { readJsonFile } from "../reading/readJsonFile.ts";

/** The model in a folder, read by the browser's own code. @throws where there is none. */
export async function openModelFolder(folder: string): Promise<Model> {
  const model = createModel({ address: folder, get: readJsonFile });
  await model.load([]).catch(() => {
    throw new Error(`${folder}: there is no model of a format known here`);
  });
  return model;
}
