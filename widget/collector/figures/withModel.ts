import type { ReportData, ReportFigures } from "../../types/report.ts";
import type { WatchedModel } from "../watchModel.ts";

/** The figures with what the model in use knows of the products in them. */
export function withModel(figures: ReportFigures, model: Pick<WatchedModel, "title" | "changes"> | undefined): ReportData {
  const changes = model?.changes();
  const pairs = [...figures.pairs, ...figures.worst, ...figures.refused, ...(changes?.pairs ?? [])];
  const titles = [...new Set(pairs.flatMap((pair) => [pair.for, pair.product]))].flatMap((id) => {
    const title = model?.title(id);
    return title === undefined ? [] : [[id, title] as const];
  });
  return { ...figures, titles: Object.fromEntries(titles), ...(changes && { changes }) };
}
