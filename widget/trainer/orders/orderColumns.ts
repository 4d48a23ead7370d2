import type { Column } from "../reading/columns.ts";
import type { Header } from "../reading/readHeader.ts";

/** Key of a column → the names it has in the files at hand. */
export type ChosenColumns = ReadonlyMap<string, readonly string[]>;

/**
 * What order lines are read for, with the names shops, platforms and spreadsheets give it; the first match counts. Names are compared
 * without case, accents, blanks and punctuation.
 */
export const ORDER_COLUMNS: readonly Column[] = [
  {
    key: "order",
    needed: true,
    names: [
      ...[
        "order_id",
        "order",
        "order number",
        "order no",
        "order name",
        "order reference",
        "id_order",
        "increment_id",
        "order increment id",
      ],
      ...[
        "transaction_id",
        "transaction",
        "invoice number",
        "invoice no",
        "invoice",
        "basket_id",
        "basket",
        "cart id",
        "receipt",
        "receipt no",
      ],
      ...[
        "receipt number",
        "Bestellnummer",
        "Bestellnr",
        "Bestellung",
        "Bestell-ID",
        "Auftragsnummer",
        "Auftragsnr",
        "Auftrag",
        "Belegnummer",
      ],
      ...["Rechnungsnummer", "numéro de commande", "n° de commande", "n° commande", "commande", "id commande", "référence commande"],
      ...["número de pedido", "n.º de pedido", "nº pedido", "id pedido", "pedido", "numero ordine", "ordine", "número do pedido"],
      ...[
        "numer zamówienia",
        "nr zamówienia",
        "id zamówienia",
        "zamówienie",
        "номер заказа",
        "заказ",
        "id заказа",
        "номер замовлення",
        "замовлення",
      ],
      ...["ordernummer", "bestelnummer", "číslo objednávky", "objednávka", "sipariş no", "sipariş numarası"],
    ],
  },
  {
    key: "item",
    needed: true,
    names: [
      ...["item_id", "item", "product_id", "product", "lineitem sku", "item sku", "product sku", "sku", "product reference", "variant_id"],
      ...["article_id", "article", "article number", "stock code", "product code", "item code", "item number", "id_product", "model"],
      ...["lineitem name", "Artikelnummer", "Artikelnr", "Artikel-Nr", "Artikel-ID", "Artikel", "Produktnummer", "Produkt-ID", "Produkt"],
      ...["référence produit", "référence article", "code article", "référence", "article id", "id produit", "produit"],
      ...["referencia", "código de producto", "código de artículo", "código", "id producto", "producto", "artículo", "codice articolo"],
      ...["codice prodotto", "prodotto", "código do produto", "produto", "numer produktu", "kod produktu", "id produktu", "indeks"],
      ...["артикул", "код товара", "id товара", "товар", "код товару", "artikelnummer", "kód produktu", "kód zboží", "ürün kodu", "ürün"],
    ],
  },
  {
    key: "quantity",
    names: [
      ...["quantity", "qty", "lineitem quantity", "item quantity", "product quantity", "quantity refund", "qty ordered", "pieces", "units"],
      ...["Menge", "Anzahl", "Stück", "Stückzahl", "quantité", "qté", "cantidad", "unidades", "quantità", "quantidade", "ilość", "sztuk"],
      ...["количество", "кол-во", "кількість", "aantal", "množství", "adet", "miktar"],
    ],
  },
  {
    key: "price",
    names: [
      ...[
        "price",
        "unit price",
        "item price",
        "lineitem price",
        "product price",
        "item cost",
        "Preis",
        "Einzelpreis",
        "Stückpreis",
        "prix",
      ],
      ...["prix unitaire", "precio", "precio unitario", "prezzo", "preço", "cena", "cena jednostkowa", "цена", "ціна", "prijs", "fiyat"],
    ],
  },
  {
    key: "time",
    names: [
      ...["timestamp", "created at", "order date", "order time", "date", "datetime", "time", "invoice date", "date created", "date added"],
      ...["date add", "purchase date", "processed at", "paid at", "day", "event date", "event timestamp", "Datum", "Bestelldatum"],
      ...[
        "Auftragsdatum",
        "Belegdatum",
        "Rechnungsdatum",
        "date de commande",
        "date commande",
        "fecha",
        "fecha de pedido",
        "fecha del pedido",
      ],
      ...[
        "data",
        "data ordine",
        "data do pedido",
        "data zamówienia",
        "дата",
        "дата заказа",
        "дата замовлення",
        "datum objednávky",
        "tarih",
      ],
    ],
  },
  {
    key: "customer",
    names: [
      ...["customer_id", "customer", "customer email", "email", "e-mail", "billing email", "customer number", "customer no", "id_customer"],
      ...["user_id", "user", "user pseudo id", "client id", "Kundennummer", "Kundennr", "Kunden-ID", "Kunde", "client", "id client"],
      ...["numéro client", "cliente", "id cliente", "klient", "numer klienta", "клиент", "покупатель", "клієнт", "klantnummer", "müşteri"],
    ],
  },
  {
    key: "status",
    names: [
      ...["status", "order status", "financial status", "payment status", "order state", "current state", "Bestellstatus"],
      ...[
        "Auftragsstatus",
        "Zahlungsstatus",
        "statut",
        "statut de la commande",
        "état",
        "état de la commande",
        "estado",
        "estado del pedido",
      ],
      ...["stato", "stato ordine", "status zamówienia", "статус", "статус заказа", "статус замовлення", "stav", "durum", "sipariş durumu"],
    ],
  },
  {
    key: "cancelled",
    names: [
      "cancelled at",
      "canceled at",
      "cancelled on",
      "canceled on",
      "cancelled",
      "canceled",
      "is cancelled",
      "is canceled",
      "storniert am",
    ],
  },
  {
    key: "name",
    names: [
      ...[
        "item name",
        "product name",
        "lineitem name",
        "product title",
        "item title",
        "description",
        "item description",
        "product description",
      ],
      ...[
        "Artikelname",
        "Artikelbezeichnung",
        "Produktname",
        "Bezeichnung",
        "nom du produit",
        "désignation",
        "libellé",
        "nombre del producto",
      ],
      ...[
        "nombre",
        "descripción",
        "nome prodotto",
        "descrizione",
        "nazwa produktu",
        "nazwa",
        "название",
        "название товара",
        "наименование",
      ],
      ...["назва", "title", "name"],
    ],
  },
  { key: "test", names: ["test", "is test", "test order"] },
];

/** Columns by which a row says more of its order than its number. */
export const ORDER_LEVEL = ["time", "customer", "status"] as const;

/** Of an order object with its lines in a list: these stand in the lines, everything else beside the list. */
export const LINE_LEVEL: ReadonlySet<string> = new Set(["item", "quantity", "price", "name"]);

/** In Shopify's export of orders "Name" is the order's. */
const SHOPIFY = /^lineitem (sku|name|quantity)$/i;

/**
 * The columns to look for in a file with these, `chosen` ones by the names given and by no other. In a nested file, where orders hold their
 * lines in a `list`, names are simpler: what stands beside the list is the order's.
 */
export function orderColumns({ columns, list }: Pick<Header, "columns" | "list">, chosen: ChosenColumns = new Map()): readonly Column[] {
  const isShopify = columns.some((name) => SHOPIFY.test(name.trim()));
  const wanted = ORDER_COLUMNS.map((column): Column => {
    const { key, names } = column;
    const given = chosen.get(key);
    if (given) return { ...column, names: given, given: true };
    if (list && LINE_LEVEL.has(key))
      return { ...column, names: [...names, ...(key === "item" ? ["id"] : [])].map((name) => `${list}.${name}`) };
    if (key !== "order") return column;
    return { ...column, names: [...(isShopify ? ["name"] : []), ...names, ...(list ? ["name", "number", "id"] : [])] };
  });
  // A column that was given to one is not taken for another.
  return wanted.toSorted((a, b) => Number(b.given ?? false) - Number(a.given ?? false));
}
