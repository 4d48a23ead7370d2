import type { Funnel } from "../../types/report.ts";
import type { Language } from "./createLanguage.ts";
import type { Column } from "./Table.tsx";

/** Columns of any table of the funnel. */
export function funnelColumns({ texts, count, share }: Language): readonly Column<Omit<Funnel, "takenUnseen" | "undone">>[] {
  return [
    { name: texts.steps.shown, of: ({ shown }) => count(shown) },
    { name: texts.steps.seen, of: ({ seen }) => count(seen) },
    { name: texts.steps.opened, of: ({ opened }) => count(opened) },
    { name: texts.steps.taken, of: ({ taken }) => count(taken) },
    { name: texts.funnel.rate, of: ({ rate }) => share(rate) },
    { name: texts.steps.ordered, of: ({ ordered }) => count(ordered) },
  ];
}
