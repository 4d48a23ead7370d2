import type { ComponentChild, VNode } from "preact";
import type { Funnel, ReportData, VisitStepsRow } from "../../types/report.ts";
import { Bars } from "./Bars.tsx";
import type { Language } from "./createLanguage.ts";
import { funnelColumns } from "./funnelColumns.ts";
import { Headlines } from "./Headlines.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

type Place = ReportData["places"][number];
type Source = ReportData["sources"][number];
/** A row of the first table: a place, or all of them. */
type Row = Funnel & Partial<Pick<Place, "placement" | "kind">>;

/** From shown to ordered: over all, by placement and kind, by source, and by visit. */
export function FunnelSection({ data, language }: SectionProps): VNode {
  const { total, places, sources, visitSteps } = data;
  const { texts } = language;
  const steps = ["shown", "seen", "opened", "taken", "ordered"] as const;
  return (
    <>
      <Headlines data={data} language={language} />
      <Bars label={texts.funnel.all} bars={steps.map((step) => ({ name: texts.steps[step], count: total[step] }))} language={language} />
      <h3>{texts.funnel.byPlace}</h3>
      <Table
        label={texts.funnel.byPlace}
        head={texts.funnel.place}
        name={(row: Row) => nameOf(row, language)}
        columns={funnelColumns(language)}
        rows={places.length > 1 ? [...places, total] : places}
        isTotal={({ placement }: Row) => !placement}
      />
      {sources.length > 0 ? <Sources rows={sources} language={language} /> : undefined}
      <p class="note">{texts.funnel.note}</p>
      {total.takenUnseen + total.undone > 0 ? <p class="note">{notes(total, language)}</p> : undefined}
      {visitSteps.length > 0 ? <Visits rows={visitSteps} language={language} /> : undefined}
    </>
  );
}

function Sources({ rows, language }: { readonly rows: readonly Source[]; readonly language: Language }): VNode {
  const { texts } = language;
  return (
    <>
      <h3>{texts.funnel.bySource}</h3>
      <Table
        label={texts.funnel.bySource}
        head={texts.funnel.source}
        name={({ source }: Source) => sourceOf(source, language)}
        columns={funnelColumns(language)}
        rows={rows}
      />
    </>
  );
}

function Visits({ rows, language }: { readonly rows: readonly VisitStepsRow[]; readonly language: Language }): VNode {
  const { texts, count } = language;
  const isAll = ({ placement, source }: VisitStepsRow) => placement === undefined && source === undefined;
  return (
    <>
      <h3>{texts.funnel.byVisit}</h3>
      <Table
        label={texts.funnel.byVisit}
        head={texts.funnel.visit}
        name={(row: VisitStepsRow) => (row.source === undefined ? nameOf(row, language) : sourceOf(row.source, language))}
        columns={(["shown", "seen", "opened", "taken", "ordered"] as const).map((step) => ({
          name: texts.steps[step],
          of: (row: VisitStepsRow) => count(row[step]),
        }))}
        rows={rows}
        isTotal={isAll}
      />
      <p class="note">{texts.funnel.visitNote}</p>
    </>
  );
}

function nameOf({ placement, kind }: Partial<Pick<Place, "placement" | "kind">>, { texts }: Language): ComponentChild {
  if (!placement || !kind) return texts.funnel.total;
  return (
    <>
      {texts.placements[placement]} <small>{texts.kinds[kind]}</small>
    </>
  );
}

/** A shop may have sources of its own, under names of its own. */
function sourceOf(source: string, { texts }: Language): string {
  const known: Readonly<Record<string, string>> = texts.sources;
  return Object.hasOwn(known, source) ? (known[source] ?? source) : source;
}

function notes({ takenUnseen, undone }: Funnel, { texts, counted }: Language): string {
  const said = [takenUnseen > 0 ? counted(texts.funnel.unseen, takenUnseen) : "", undone > 0 ? counted(texts.funnel.undone, undone) : ""];
  return said.filter(Boolean).join(" ");
}
