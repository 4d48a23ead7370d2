import type { Database } from "../reading/database.ts";
import { type DayOrder, parseDay, readDayOrder } from "../reading/parseDay.ts";
import { putInto } from "../lib/putInto.ts";

/** How dates such as 05/03/2024 were read, and whether the dates themselves told. */
export interface DayReading {
  readonly order: DayOrder;
  readonly isTold: boolean;
}

/**
 * Makes the table `days(d, day)` of the times in `loaded` that are neither ISO dates nor numbers, per file, as a file writes them in one way. A
 * file that does not tell which number is the day follows the others; where none does, a time with AM or PM is American.
 */
export async function readDays(database: Database): Promise<DayReading | undefined> {
  const byFile = new Map<string, string[]>();
  await database.each("select distinct d from loaded where d is not null order by d", ([cell]) => {
    const [, at = "", text = ""] = /^(\d+) (.*)$/s.exec(String(cell)) ?? [];
    putInto(byFile, at, text);
  });
  const files = [...byFile].map(([at, texts]) => ({ at, texts, said: readDayOrder(texts) }));
  const told = files.find(({ said }) => said.order)?.said.order;
  const common = told ?? (files.some(({ said }) => said.isAmerican) ? "month first" : "day first");
  const rows = files.flatMap(({ at, texts, said }) =>
    texts.flatMap((text) => {
      const day = parseDay(text, said.order ?? common);
      return day === undefined ? [] : [[`${at} ${text}`, String(day)] as const];
    }),
  );
  await database.fill("day_texts", ["d", "day"], rows);
  await database.run("create table days as select d, day::integer as day from day_texts");
  const open = files.find(({ said }) => said.isOpen);
  return open && { order: open.said.order ?? common, isTold: told !== undefined };
}
