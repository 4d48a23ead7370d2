import type { ComponentChild, VNode } from "preact";
import { Scroll } from "./Scroll.tsx";

export interface Column<Row> {
  readonly name: string;
  of(row: Row): ComponentChild;
}

export interface TableProps<Row> {
  /** What the table holds, for those who hear it. */
  readonly label: string;
  /** Heading of the first column, which names the row. */
  readonly head: string;
  readonly name: (row: Row) => ComponentChild;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Whether a row adds the others up. */
  readonly isTotal?: (row: Row) => boolean;
  /** Whether it stays a table on a phone: it is narrow, or lies in something that scrolls already. */
  readonly isFixed?: boolean;
  /** How many numbers stand side by side on a phone; absent: as fits their count. */
  readonly perRow?: number;
}

/** With more rows than these a table has a height of its own, so that one finds past it. */
const LONG = 12;

/** A table of numbers. On a phone each row becomes its name with the named numbers below. */
export function Table<Row>({ label, head, name, columns, rows, isTotal, isFixed = false, perRow }: TableProps<Row>): VNode {
  const line = (row: Row, index: number) => (
    <tr key={index} class={isTotal?.(row) ? "total" : undefined}>
      <th scope="row">{name(row)}</th>
      {columns.map((column) => (
        <td key={column.name} data-label={column.name}>
          {column.of(row)}
        </td>
      ))}
    </tr>
  );
  const table = (
    <table aria-label={label} class={isFixed ? "fixed" : undefined} style={{ "--per-row": perRow ?? fitting(columns.length) }}>
      <thead>
        <tr>
          {[head, ...columns.map((column) => column.name)].map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(line)}</tbody>
    </table>
  );
  return rows.length > LONG && !isFixed ? <Scroll label={label}>{table}</Scroll> : table;
}

/** Four numbers fit beside one another, and no row of them should have only one. */
function fitting(columns: number): number {
  return columns % 4 === 0 || columns > 6 ? 4 : Math.min(columns, 3);
}
