import type { Fault } from "../../types/config.ts";
import { isRecord } from "../lib/isRecord.ts";

/** Whether there is somebody to tell the share of visits that see no offers. */
export function checkExperiment({ experiment, report }: Readonly<Record<string, unknown>>): readonly Fault[] {
  if (!isRecord(experiment) || experiment["holdout"] !== "auto") return [];
  const url = isRecord(report) ? report["url"] : undefined;
  const path = "experiment.holdout";
  if (url === undefined)
    return [
      {
        path,
        what: '"auto" is told by a collector, and report.url names none',
        mend: "Name its /v1/events there, or write a share such as 0.1",
      },
    ];
  if (typeof url !== "string" || url.endsWith("/v1/events")) return [];
  return [
    {
      path,
      what: `"auto" is told by a collector, and ${url} is no address of one`,
      mend: "Have report.url end with /v1/events, or write a share such as 0.1",
    },
  ];
}
