import { parseArgs } from "node:util";
import { type Explained, explainPlan } from "./asking/explainCase.ts";
import { readShop } from "./asking/readShop.ts";
import { openModelFolder } from "./asking/openModelFolder.ts";
import { planCase } from "./asking/offersCase.ts";
import { readChanges } from "./feedback/readChanges.ts";

const EXPLAIN_HELP = `goeswith explain --model DIR --cart ID,ID [--config FILE]

Prints every candidate for a cart, best first: its score, the products in the cart that speak for it (+) and against it (-), what it is owed to,
the merchant's rule that brought it, what shoppers made of it, and where it is offered or which rule dropped it; then what shoppers had taken out.

  --model DIR      folder of the model files
  --cart ID,ID     products, SKUs or variants in the cart
  --page ID        instead of a cart: the product whose page is open
  --config FILE    a goeswith.json whose price band, "popular" and rules count; without it the rules that the model carries do`;

/** `goeswith explain`. @throws when an option is missing, there is no model, or it knows nothing of the cart. */
export async function runExplain(args: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: "string" },
      cart: { type: "string" },
      page: { type: "string" },
      config: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    print(EXPLAIN_HELP);
    return 0;
  }
  if (!values.model) throw new Error("--model DIR is needed");
  const given = (values.page ?? values.cart ?? "").split(",").map((id) => id.trim());
  if (!given.some(Boolean)) throw new Error("--cart ID,ID or --page ID is needed");
  const model = await openModelFolder(values.model);
  const shopWith = await readShop(values.config);
  const shop = await shopWith(model);
  const { part, context, plan } = await planCase(shop, { given: given.filter(Boolean), isPage: values.page !== undefined });
  const ids = given.filter(Boolean).map(part.resolve);
  const strangers = ids.filter((id) => !part.product(id));
  if (strangers.length > 0)
    throw new Error(`the model knows no product ${strangers.join(", ")}. Give ids, SKUs or variants of the catalogue`);
  print(`For ${ids.map((id) => `${context.products.get(id)?.title} (${id})`).join(" + ")}:`);
  const changes = await readChanges(values.model, part.manifest);
  const rows = explainPlan({ part, cart: ids, plan, matched: shop.rules?.matched(context) ?? [], changes });
  for (const row of rows) print(lineOf(row));
  for (const { for: id, product } of changes.filter((pair) => pair.factor === 0 && ids.includes(pair.for)))
    print(`Taken out, as shoppers say it does not fit: ${product} for ${part.product(id)?.title}`);
  if (rows.length === 0) print("There is no candidate: nothing is known that goes with it or would be better.");
  return 0;
}

function lineOf({ id, title, kind, score, bias, voices, position, dropped, origins, factors, ...rules }: Explained): string {
  const cause = rules.droppedBy && `, by ${rules.droppedBy}`;
  const fate = position === undefined ? `not offered: ${dropped}${cause ?? ""}` : `offered, place ${position}`;
  const sums = voices.map(({ title: of, weight }) => `${signed(weight)} ${of}`);
  const popularity = bias ? [`${signed(bias)} own popularity`] : [];
  const origin = origins.length ? [`from ${origins.join(" and ")}${rules.broughtBy ? ` (${rules.broughtBy})` : ""}`] : [];
  const shoppers = factors.map(({ title: of, weight }) => `× ${weight} by shoppers at ${of}`);
  const evidence = [...sums, ...popularity, ...origin, ...shoppers].join(", ");
  return `${score.toFixed(3).padStart(7)}  ${kind.padEnd(10)}  ${title} (${id})  ${fate}${evidence && `\n         ${evidence}`}`;
}

function signed(weight: number): string {
  return `${weight < 0 ? "-" : "+"}${Math.abs(weight).toFixed(3)}`;
}
