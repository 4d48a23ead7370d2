import { SUMS } from "../trainer/exports/bookForm.ts";
import type { ExportedLine, ExportedOrder, Fields } from "../trainer/exports/exportKind.ts";
import { inner, list, text, texts } from "../trainer/exports/fields.ts";

/** An order of our own JSON lines: the columns of the table by their names, and its goods under `lines`. */
export function readOwnOrder(order: Fields): ExportedOrder {
  const mark = text(order, "mark") || (order["mark"] ? JSON.stringify(inner(order, "mark")) : "");
  return {
    ...{ order: text(order, "order"), time: text(order, "time"), customer: text(order, "customer"), currency: text(order, "currency") },
    status: isSaid(text(order, "cancelled")) ? "cancelled" : text(order, "status"),
    isTest: isSaid(text(order, "test")),
    mark,
    sums: Object.fromEntries(SUMS.map((key) => [key, text(order, key)])),
    lines: list(order, "lines").map(readLine),
  };
}

/** An answer in a cell: anything but a no. */
export const isSaid = (cell: string): boolean => !/^(|0|false|no|n|-|null|none|nein|non)$/i.test(cell.trim());

function readLine(line: Fields): ExportedLine {
  const names = ["product", "variant", "sku", "name"].map((key) => text(line, key));
  return {
    names: [...names, ...texts(line, "names")],
    name: text(line, "name"),
    quantity: text(line, "quantity"),
    price: "",
    sum: text(line, "net"),
    returned: text(line, "returned"),
  };
}
