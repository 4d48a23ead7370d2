import type { VNode } from "preact";
import type { ReportData } from "../../types/report.ts";
import { AfterwardsSection } from "./AfterwardsSection.tsx";
import { ChangesSection } from "./ChangesSection.tsx";
import { DailySection } from "./DailySection.tsx";
import { DropsSection } from "./DropsSection.tsx";
import { EarlierSection } from "./EarlierSection.tsx";
import { EffectsSection } from "./EffectsSection.tsx";
import { FunnelSection } from "./FunnelSection.tsx";
import { GoalSection } from "./GoalSection.tsx";
import { AveragesSection, ExtraSection } from "./MoneySection.tsx";
import { PairsSection, WorstSection } from "./PairsSection.tsx";
import { FailuresSection, RefusalsSection } from "./RefusalsSection.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { SeriesSection } from "./SeriesSection.tsx";
import type { AnyTexts } from "./texts/reportTexts.ts";

/** One part of the report, with a heading of its own. */
export interface Section {
  readonly id: string;
  readonly title: (texts: AnyTexts, data: ReportData) => string;
  readonly Body: (props: SectionProps) => VNode;
  /** Absent: always. */
  readonly isShown?: (data: ReportData) => boolean;
  /** Whether two of them stand side by side. */
  readonly isHalf?: boolean;
}

/** What compares the arms, and so may speak of effects, and the goal. */
export const COMPARED: readonly Section[] = [
  { id: "added", title: ({ effects }) => effects.title, Body: EffectsSection },
  { id: "daily", title: ({ daily }) => daily.title, Body: DailySection, isShown: ({ lift }) => lift.series.length > 0 },
];

/** What describes. */
export const COUNTED: readonly Section[] = [
  { id: "goal", title: ({ goal }) => goal.title, Body: GoalSection },
  { id: "funnel", title: ({ funnel }) => funnel.title, Body: FunnelSection },
  { id: "extra", title: ({ extra }) => extra.title, Body: ExtraSection, isHalf: true },
  { id: "averages", title: ({ averages }) => averages.title, Body: AveragesSection, isHalf: true },
  { id: "best", title: ({ pairs }) => pairs.title, Body: PairsSection, isShown: ({ pairs }) => pairs.length > 0 },
  { id: "worst", title: ({ pairs }) => pairs.worstTitle, Body: WorstSection },
  { id: "declined", title: ({ declined }) => declined.title, Body: RefusalsSection },
  { id: "failed", title: ({ failed }) => failed.title, Body: FailuresSection },
  {
    ...{ id: "afterwards", title: ({ afterwards }) => afterwards.title, Body: AfterwardsSection },
    isShown: ({ lift }) => lift.afterwards.some(({ customers, returned }) => customers + returned > 0),
  },
  {
    ...{ id: "time", title: ({ time }, { series }) => (series.unit === "hour" ? time.hourly : time.daily), Body: SeriesSection },
    isShown: ({ series }) => series.points.length > 0,
  },
  { id: "earlier", title: ({ earlier }) => earlier.title, Body: EarlierSection, isShown: ({ earlier }) => earlier.length > 0 },
  { id: "changes", title: ({ changes }) => changes.title, Body: ChangesSection, isShown: ({ changes }) => changes !== undefined },
  { id: "drops", title: ({ drops }) => drops.title, Body: DropsSection },
];
