import type { LiftRows } from "../../../widget/types/liftRows.ts";
import type { FigureRows } from "../../../widget/types/report.ts";

/** What a store counts of no events at all. */
export const NO_LIFT: LiftRows = {
  ...{ basis: "posted", comparedVisits: 0, inNeither: 0, posted: 0, unverified: 0, confirmed: 0, recognised: 0 },
  ...{ units: [], money: [], checkouts: [], afterwards: [], orderDays: [] },
};

export const NO_ROWS: FigureRows = {
  ...{ events: 0, visits: 0, dropped: [], places: [], sources: [], visitSteps: [], orderedLines: [], orders: [] },
  ...{ pairs: [], worst: [], answers: [], failures: [], series: [], earlier: [], lift: NO_LIFT },
};
