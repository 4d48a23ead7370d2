import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readOrderFiles } from "../../../support/readingOrders.ts";

const HEADER = "order_id,item_id";
/** What every way of writing it comes to. */
const GOLDEN = ["café plum", "café", "plum tea"].toSorted();
const plain = `${HEADER}\n1,café\n1,plum\n2,café\n3,plum\n3,tea\n`;
/** The same with this text in a further cell of each row. */
const beside = (text: string) => plain.replace("_id\n", "_id,note\n").replace(/(?<=\n\d,\S+)\n/gu, `,${text}\n`);

test.each<[string, string | Uint8Array]>([
  ["UTF-8", plain],
  ["UTF-8 with a mark", `\uFEFF${plain}`],
  ["UTF-16LE", Buffer.from(`\uFEFF${plain}`, "utf16le")],
  ["UTF-16BE", Buffer.from(`\uFEFF${plain}`, "utf16le").swap16()],
  ["UTF-16 without a mark", Buffer.from(plain, "utf16le")],
  ["Windows-1252", Buffer.from(plain, "latin1")],
  ["mixed encodings", Buffer.concat([Buffer.from(plain.slice(0, 26)), Buffer.from(plain.slice(26), "latin1")])],
  ["gzipped Windows-1252", gzipSync(Buffer.from(plain, "latin1"))],
])("row 147: %s comes to the same baskets, and no name of a column has a mark", async (_, bytes) => {
  const { baskets, reading } = await readOrderFiles([bytes]);
  expect(baskets).toEqual(GOLDEN);
  expect([...(reading.columns[0] ?? [])]).toEqual([
    ["order", "order_id"],
    ["item", "item_id"],
  ]);
});

test.each([
  ["CRLF", plain.replaceAll("\n", "\r\n")],
  ["CR", plain.replaceAll("\n", "\r")],
  ["mixed line ends", plain.replace("\n1", "\r\n1").replace("\n2", "\r2")],
  ["no last line end", plain.trimEnd()],
  ["blank lines", plain.replaceAll("\n", "\n\n")],
  ["quotes everywhere", plain.replace(/[^,\n]+/g, '"$&"')],
  ["a quoted line end and doubled quotes in a column beside", beside('"a ""b""\nc"')],
  ["stray quotes in a column beside", beside('"a "b" c"')],
  ["an inch mark in a column beside", beside('5" wide')],
  ["empty cells behind the last column", plain.replace(/(?<=\d,\S+)\n/gu, ",,\n")],
])("row 148: %s come to the same baskets", async (_, text) => {
  expect((await readOrderFiles([text])).baskets).toEqual(GOLDEN);
});

test("row 148: a quote that is not closed is named by its line, however much follows", async () => {
  const rows = Array.from({ length: 300_000 }, (_, at) => `${at},product ${at % 7}`).join("\n");
  await expect(readOrderFiles([`${HEADER}\n1,a\n2,"b\n${rows}\n`])).rejects.toThrow(
    /orders1\.csv, line 3: a quote is opened and not closed/,
  );
});

test("row 152: a line of 100 MB is named, and is never held as a whole", async () => {
  const long = Buffer.alloc(100_000_000, "x");
  const before = process.memoryUsage().rss;
  await expect(readOrderFiles([Buffer.concat([Buffer.from(`${HEADER}\n1,a\n2,`), long, Buffer.from("\n3,c\n")])])).rejects.toThrow(
    /orders1\.csv, line 3: longer than 2 MB/,
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(1_000_000_000);
});

test.each([
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["bar", "|"],
])("row 149: columns may be separated by a %s, also in files read together", async (_, delimiter) => {
  const { baskets } = await readOrderFiles([plain.replaceAll(",", delimiter), `order,sku,qty\n1,nut,1\n`]);
  expect(baskets).toEqual(["café", "café nut plum", "plum tea"]);
});

test("row 149: the line that tells spreadsheets the delimiter is no header", async () => {
  expect((await readOrderFiles([`sep=;\n${plain.replaceAll(",", ";")}`])).baskets).toEqual(GOLDEN);
});

test("row 149: quantities and prices are read with decimal commas, thousands, units and currency signs", async () => {
  const rows = [
    "1,5;1.299,00 €",
    "1.000,25;$1,299.00",
    "2 Stück;CHF 1'299.–",
    "+3;0,00",
    "0,0;5",
    "0;5",
    "2;-1.299,00 €",
    "1;€ -0,00",
    "1;(12.50)",
  ];
  const { baskets, said } = await readOrderFiles([
    `Bestellnummer;Artikelnummer;Menge;Preis\n${rows.map((row, at) => `1;i${at};${row}`).join("\n")}\n`,
  ]);
  expect(baskets).toEqual(["i0 i1 i2 i3 i7"]);
  expect(said).toContain("2 × quantity not a number above nought (orders1.csv, rows 6, 7)");
  expect(said).toContain("2 × price below nought (orders1.csv, rows 8, 10)");
});

test("row 150: rows without an order number go on with the order above where they say nothing else of an order", async () => {
  const rows = ["1;05.01.2024;paid;a", ";;;b", ";;;c", "2;06.01.2024;cancelled;a", ";;;d", ";07.01.2024;;lost", ";;;lost too", "1;;;e"];
  const { baskets, said } = await readOrderFiles([`order;date;status;sku\n${rows.join("\n")}\n`]);
  expect(baskets).toEqual(["a b c e"]);
  expect(said).toContain("2 × no order id (orders1.csv, rows 7, 8)");
  expect(said).toContain("2 × cancelled, refunded, failed or test order (orders1.csv, rows 5, 6)");
});

test("row 150: without any other column of the order a row without its number is left out", async () => {
  const { baskets, said } = await readOrderFiles([`${HEADER}\n1,a\n,b\n`]);
  expect(baskets).toEqual(["a"]);
  expect(said).toContain("1 × no order id (orders1.csv, row 3)");
});

test("row 150: interleaved rows, orders given twice and a file given twice come to the same baskets", async () => {
  const lines = plain.trim().split("\n").slice(1);
  const interleaved = [HEADER, ...lines.toReversed(), ...lines, ""].join("\n");
  expect((await readOrderFiles([interleaved, plain, plain])).baskets).toEqual(GOLDEN);
});

test("row 151: Shopify's export: what stands on an order's first row counts for all of it", async () => {
  const header = "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Id";
  const at = "2024-01-05 10:00:00 +0100";
  const { baskets, said, days } = await readOrderFiles([
    [
      header,
      `#1,a@b.c,paid,${at},1,Phone,499,P1,,99`,
      `#1,a@b.c,,${at},2,Case,9,C1,,`,
      `#2,a@b.c,voided,${at},1,Phone,499,P1,,100`,
      `#2,a@b.c,,${at},1,Case,9,C1,,`,
      `#3,a@b.c,paid,${at},1,Phone,499,P1,${at},101`,
      `#3,a@b.c,,${at},1,Case,9,C1,,`,
      `#4,test@b.c,paid,${at},1,Case,9,C1,,102`,
      `#5,c@b.c,partially_refunded,${at},1,Gift Card 50 EUR,50,GC,,103`,
      `#5,c@b.c,,${at},1,Gift card holder,5,GCH,,`,
      `#5,c@b.c,,${at},1,Shipping insurance,5,SI,,`,
      `#5,c@b.c,,${at},1,Tip,5,,,`,
      "",
    ].join("\n"),
  ]);
  expect(baskets).toEqual(["C1 P1", "GCH"]);
  expect(days.get("GCH")).toBe("2024-01-05");
  expect(said).toContain("4 × cancelled, refunded, failed or test order (orders1.csv, rows 4, 5, 6, 7)");
  expect(said).toContain("1 × test order (orders1.csv, row 8)");
  expect(said).toContain("2 × gift card, tip, shipping, discount, deposit or fee (orders1.csv, rows 9, 11)");
  expect(said).toContain("1 × no item id (orders1.csv, row 12)");
  expect(said).toContain("columns: order = Name, item = Lineitem sku,");
});

test("row 151: cancelled, refunded and failed orders are left out in many languages, the rest stays", async () => {
  const lost = [
    ...[
      "Cancelled",
      "canceled",
      "wc-cancelled",
      "Refunded",
      "VOIDED",
      "failed",
      "test",
      "Storniert",
      "Rückerstattet",
      "Annulée",
      "Remboursé",
    ],
    ...["anulado", "Cancelado", "reembolsado", "Anulowane", "Zwrot", "Отменён", "возврат", "Payment error"],
  ];
  const kept = ["paid", "Bezahlt", "partially_refunded", "teilweise erstattet", "pending", "on-hold", "Wysłane", "Доставлен"];
  const rows = [...lost, ...kept].map((status) => `${status},${status},${status}`);
  const { baskets } = await readOrderFiles([`order,item,status\n${rows.join("\n")}\nblank,blank,\n`]);
  expect(baskets.toSorted()).toEqual([...kept, "blank"].toSorted());
});

test("row 151: gift cards, tips, shipping, discounts, deposits and fees are no products, by id or by name; what is only called so is one", async () => {
  const none = [
    ...["gift card", "Gift Card - €50", "giftcard", "Geschenkgutschein 25,00 €", "carte cadeau", "Tip", "Trinkgeld", "чаевые", "Shipping"],
    ...["Express Shipping", "Versandkosten", "Frais de port", "Gastos de envío", "Przesyłka", "доставка", "Discount", "Rabatt", "Pfand"],
    ...["Service fee", "shipping "],
  ];
  const products = [
    "Gift card holder",
    "Tip jar",
    "Shipping boxes",
    "Postage stamp album",
    "Discount store guide",
    "Deposit bag",
    "Rabatte",
  ];
  const rows = [...none, ...products].map((name) => `"${name}"`);
  const byId = await readOrderFiles([`order,item\n${rows.map((name, at) => `${at},${name}`).join("\n")}\n`]);
  expect(byId.baskets).toEqual(products.toSorted());
  const byName = await readOrderFiles([`order,item,item name\n${rows.map((name, at) => `${at},id ${at},${name}`).join("\n")}\n`]);
  expect(byName.baskets).toEqual(products.map((_, at) => `id ${none.length + at}`).toSorted());
  expect(byName.said).toContain(`${none.length} × gift card, tip, shipping, discount, deposit or fee`);
});

test.each([
  ["an order number", "order,item\ntest,a\nTEST-1,a\ntesla,b\n"],
  ["a customer", "order,item,customer\n1,a,test@shop.example\n2,a,Test Customer\n3,b,testa@shop.example\n"],
  ["a column", "order,item,test\n1,a,true\n3,b,false\n"],
])("row 151: a trial told by %s is left out", async (_, text) => {
  const { baskets, said } = await readOrderFiles([text]);
  expect(baskets).toEqual(["b"]);
  expect(said).toContain("× test order");
});

test("row 151: quantities that are none are left out, blank ones are one piece", async () => {
  const rows = ["0", "-1", "NaN", "1e308", "Infinity", "none", "2000000", "", "1", "0.5", "12"];
  const { baskets, said } = await readOrderFiles([`order,item,qty\n${rows.map((quantity, at) => `1,i${at},${quantity}`).join("\n")}\n`]);
  expect(baskets).toEqual(["i10 i7 i8 i9"]);
  expect(said).toContain("7 × quantity not a number above nought (orders1.csv, rows 2, 3, 4, 5, 6)");
});

test("row 156: columns have their names in many languages, platforms and exports", async () => {
  const headers = [
    ["Order Number", "SKU", "Item #", "Order Status"],
    ["Bestellnummer", "Artikelnummer", "Menge", "Bestellstatus"],
    ["Numéro de commande", "Référence", "Quantité", "Statut"],
    ["Número de pedido", "Referencia", "Cantidad", "Estado"],
    ["Numer zamówienia", "Kod produktu", "Ilość", "Status"],
    ["Номер заказа", "Артикул", "Количество", "Статус"],
    ["transaction_id", "item_id", "quantity", "event_name"],
    ["id_order", "product_reference", "product_quantity", "current_state"],
    ["order_id", "model", "quantity", "order_status"],
    ["Invoice", "StockCode", "Quantity", "Country"],
  ];
  const { baskets } = await readOrderFiles(headers.map((names, at) => `${names.join(";")}\n${at};x;1;paid\n`));
  expect(baskets).toEqual(headers.map(() => "x"));
});

test("row 156: a needed column that is there twice stops the run, unless one is named", async () => {
  const text = "order_id,item_id,item_id\n1,a,b\n";
  await expect(readOrderFiles([text])).rejects.toThrow(
    /more than one column item_id[\s\S]*--columns item='item_id #3'[\s\S]*found:[\s\S]*item_id #3/,
  );
  expect((await readOrderFiles([text], { columns: new Map([["item", ["item_id #3"]]]) })).baskets).toEqual(["b"]);
});

test("row 156: a file whose rows do not fit its header stops the run", async () => {
  await expect(readOrderFiles([`${HEADER}\n1,a,9\n2,b,9\n3,c\n`])).rejects.toThrow(
    /orders1\.csv: most rows do not have the columns of the header, the first in line 2 \(too many columns\)\nneeded:[\s\S]*found:\n {2}order_id, item_id/,
  );
});

test("columns that are named are taken, and one that is missing is said with those that are there", async () => {
  const text = "a,order,item\nx,1,p\n";
  const { baskets, reading } = await readOrderFiles([text], { columns: new Map([["item", ["a"]]]) });
  expect(baskets).toEqual(["x"]);
  expect(reading.columns[0]?.get("item")).toBe("a");
  await expect(readOrderFiles([text], { columns: new Map([["order", ["nope"]]]) })).rejects.toThrow(
    /no column nope\nfound:\n {2}a, order, item/,
  );
});

test("JSON lines: flat ones, and orders that hold their lines, also gzipped", async () => {
  const flat = '{"order_id":1,"item_id":"a","qty":2}\n\n{"order_id":1,"item_id":"b","qty":0}\n{"order_id":2,"item_id":5}\n';
  const nested = [
    '{"id":450789,"name":"#1","created_at":"2024-01-05T10:00:00Z","line_items":[{"id":7,"sku":"a","quantity":1,"price":"9.9"},{"id":8,"sku":"b"}]}',
    "nonsense",
    '{"id":450790,"name":"#2","cancelled_at":"2024-01-05T10:00:00Z","customer":{"id":3},"line_items":[{"sku":"a"}]}',
  ].join("\n");
  const read = await readOrderFiles([flat, gzipSync(nested)]);
  expect(read.baskets).toEqual(["5", "a", "a b"]);
  expect(read.days.get("b")).toBe("2024-01-05");
  expect(read.said).toContain("1 × quantity not a number above nought (orders1.csv, row 3)");
  expect(read.said).toContain("1 × cancelled, refunded, failed or test order (orders2.csv, row 3)");
  expect(read.said).toContain("orders2.csv, line 2: not a JSON object");
});

test.each<[string, string, Record<string, string>]>([
  ["ISO", "2024-01-05T23:30:00+02:00", { a: "2024-01-05" }],
  ["with a zone behind", "2024-01-05 10:00:00 +0000", { a: "2024-01-05" }],
  ["German", "05.01.2024 10:00", { a: "2024-01-05" }],
  ["seconds", "1704412800", { a: "2024-01-05" }],
  ["milliseconds", "1704412800123", { a: "2024-01-05" }],
  ["microseconds", "1704412800123456", { a: "2024-01-05" }],
  ["compact", "20240105", { a: "2024-01-05" }],
  ["nonsense", "infinity", {}],
])("times %s are read as days", async (_, time, days) => {
  expect(Object.fromEntries((await readOrderFiles([`order,item,timestamp\n1,a,${time}\n`])).days)).toEqual(days);
});

test("one day above 12 tells for all dates of a file, for other files too, and the summary says so", async () => {
  const { days, said } = await readOrderFiles(["order,item,date\n1,a,02/03/2024\n2,b,02/13/2024\n", "order,item,date\n3,c,04/05/2024\n"]);
  expect([...days]).toEqual([
    ["a", "2024-02-03"],
    ["b", "2024-02-13"],
    ["c", "2024-04-05"],
  ]);
  expect(said).toContain("with the month first, as a day above 12 tells");
});

test("dates that tell nothing are read with the day first, with AM and PM the month, and the summary asks to look", async () => {
  const european = await readOrderFiles(["order,item,date\n1,a,02/03/2024 10:00\n"]);
  const american = await readOrderFiles(["order,item,date\n1,a,02/03/2024 10:00 AM\n"]);
  expect([european.days.get("a"), american.days.get("a")]).toEqual(["2024-03-02", "2024-02-03"]);
  expect(european.said).toContain("with the day first; no day above 12 tells, so look");
});

test("orders older than asked for are left out, counted from the newest one", async () => {
  const rows = ["1;a;2024-01-01", "2;b;2024-06-01", "2;c;", "3;d;2024-06-30", "4;e;soon"];
  const { baskets, said, reading } = await readOrderFiles([`order;item;date\n${rows.join("\n")}\n`], { since: "30d" });
  expect(baskets).toEqual(["b c", "d"]);
  expect(said).toContain("1 × older than 2024-05-31 (orders1.csv, row 2)");
  expect(said).toContain("1 × time not readable (orders1.csv, row 6)");
  expect(reading.span?.map((day) => day - 19_875)).toEqual([0, 29]);
});

test("asking for the newer orders of a file without times is an error that says so", async () => {
  await expect(readOrderFiles([plain], { since: "30d" })).rejects.toThrow(/--since needs a column with the time/);
});

test("rows are numbered as in the file, those that could not be read included, and per file", async () => {
  const broken = `${HEADER},qty\n1,a,1\n2,b,1,x\n3,c,0\n4,d,1\n`;
  const { said } = await readOrderFiles([`${HEADER},qty\n1,a,0\n`, broken]);
  expect(said).toContain("2 × quantity not a number above nought (orders1.csv, row 2; orders2.csv, row 4)");
});

test("items that are not in the catalogue are counted apart, and the share of those that are is of otherwise good lines", async () => {
  const text = "order,item,status\n1,SKU-1,paid\n1,gone,paid\n2,gone,cancelled\n2,shipping,paid\n";
  const { baskets, reading } = await readOrderFiles([text], {}, new Map([["SKU-1", "phone"]]));
  expect(baskets).toEqual(["phone"]);
  expect(reading.matched).toBe(0.5);
  expect(reading.strangers).toEqual(["gone"]);
});
