import { ORDER_COLUMNS } from "../trainer/orders/orderColumns.ts";
import type { OrderForm } from "../trainer/orders/orderForm.ts";
import type { BookForm } from "../trainer/exports/bookForm.ts";
import type { Column } from "../trainer/reading/columns.ts";

/** Names that any shop's export may have, in ten languages. */
const common = (key: string): readonly string[] => ORDER_COLUMNS.find((column) => column.key === key)?.names ?? [];

/** Goods, where one row is one line of an order. */
const LINE: readonly Column[] = [
  { key: "item", names: ["product", ...common("item")] },
  { key: "variant", names: ["variant"] },
  { key: "sku", names: ["sku"] },
  { key: "name", names: common("name") },
  { key: "quantity", names: common("quantity") },
];

/** Order lines, or orders without their lines, as our own columns name them. */
export const OWN_FORM: OrderForm = {
  columns: [
    { key: "order", names: common("order"), needed: true },
    { key: "time", names: common("time"), needed: true },
    { key: "customer", names: common("customer") },
    { key: "status", names: common("status") },
    { key: "cancelled", names: common("cancelled") },
    { key: "test", names: common("test") },
    {
      key: "currency",
      names: ["currency", "order currency", "currency code", "Währung", "devise", "moneda", "valuta", "waluta", "валюта"],
    },
    { key: "mark", names: ["mark"] },
    ...LINE,
  ],
  items: ["item", "variant", "sku", "name"],
};

export const OWN_BOOKS: BookForm = {
  columns: [
    { key: "net", names: ["net", "net total", "net sales", "goods net"] },
    { key: "total", names: ["total", "order total", "grand total"] },
    { key: "tax", names: ["tax", "taxes", "total tax", "vat"] },
    { key: "shipping", names: ["shipping", "shipping total"] },
    { key: "discount", names: ["discount"] },
    { key: "refunded", names: ["refunded", "refunded amount", "refunded total"] },
    { key: "cost", names: ["cost", "cost of goods"] },
    { key: "lineSum", names: ["line net", "line total"] },
    { key: "returned", names: ["returned", "returned quantity"] },
  ],
  mend: "needed are order, time, currency (or --currency), and net, or total with tax and shipping",
};
