import type { Difference, Offer } from "../../types/offer.ts";
import type { Product } from "../../types/product.ts";
import { type ExplainFacts, explainPlan, type Explained } from "./explainCase.ts";
import type { PlannedCase } from "./offersCase.ts";
import { guardId, guardText } from "../rules/sheetCells.ts";

/** The cells of a row, in the order of the sheet's columns. */
export type SheetRow = readonly string[];

/** What is to be marked. */
const MARKS = ["", "", ""] as const;

type Known = Pick<ExplainFacts, "matched" | "changes">;

/** The rows of one product: one for each offer on its page, or one without an offer, so that something may be pinned there. */
export function reviewRows({ id, title }: Product, { part, plan }: PlannedCase, known: Known): readonly SheetRow[] {
  const explained = explainPlan({ part, cart: [id], plan, ...known });
  const rows = plan.offers.flatMap((offer): SheetRow[] => {
    const at = plan.candidates.findIndex(
      (one) => one.kind === offer.kind && one.product.id === offer.product.id && one.variant === offer.variant,
    );
    const told = explained[at];
    return told ? [rowOf({ id, title }, offer, told)] : [];
  });
  return rows.length ? rows : [[guardId(id), guardText(title), "", "", "", "", "", "", "", ...MARKS]];
}

function rowOf({ id, title }: Product, offer: Offer, told: Explained): SheetRow {
  const { kind, position, product, variant } = offer;
  // Another product is named as such, whichever of its variants would be shown.
  const offered = product.id === id && variant !== undefined ? variant : product.id;
  const texts = [reasonOf(offer, told), evidenceOf(offer, told), [...told.origins, told.broughtBy ?? ""].filter(Boolean).join(", ")];
  const relation = kind === "cross-sell" ? "with" : "instead";
  return [
    guardId(id),
    guardText(title),
    relation,
    String(position),
    guardId(offered),
    guardText(product.title),
    ...texts.map(guardText),
    ...MARKS,
  ];
}

/** What a relation without words of its own is told by. */
const BY_ORIGIN: Readonly<Record<string, string>> = {
  history: "bought together",
  attributes: "goes with it by its attributes",
  names: "named after it",
  alike: "goes with products like it",
  category: "its category goes with it",
};

function reasonOf({ because }: Offer, { origins }: Explained): string {
  const said = because.flatMap((reason): string[] => {
    if (reason.kind === "rule") return [reason.text ?? "the merchant's choice"];
    if (reason.kind === "better") return sayBetter(reason.differences);
    if (reason.kind === "fits") return [`fits ${reason.attribute} ${reason.value}`];
    if (reason.kind === "together") return ["often bought together"];
    if (reason.kind === "catalogue") return ["named in the catalogue"];
    return reason.kind === "popular" ? ["well known in the shop"] : [];
  });
  const isTold = (origin: string) => origin === "history" && because.some(({ kind }) => kind === "together");
  const more = origins.flatMap((origin) =>
    isTold(origin) || because.some(({ kind }) => kind === "better") ? [] : (BY_ORIGIN[origin] ?? []),
  );
  return [...said, ...more].join("; ");
}

function evidenceOf({ because }: Offer, { voices, bias, factors }: Explained): string {
  const facts = because.flatMap((reason): string[] => {
    if (reason.kind === "together") return [`about ${Math.round(reason.share * 100)} of 100 orders with it`];
    if (reason.kind === "better") return reason.differences.map(sayDifference);
    return reason.kind === "rating" ? [`rated ${reason.value} of 5 by ${reason.count}`] : [];
  });
  const sums = voices.map(({ weight }) => `weight ${weight.toFixed(2)}`);
  const shoppers = factors.map(({ weight }) => `× ${weight} by shoppers`);
  return [...facts, ...sums, ...(bias ? [`own popularity ${bias.toFixed(2)}`] : []), ...shoppers].join("; ");
}

function sayBetter(differences: readonly Difference[]): string[] {
  const better = differences.filter((one) => one.better).map(({ attribute }) => attribute);
  return better.length ? [`better in ${better.join(", ")}`] : [];
}

function sayDifference({ attribute, from, to, better }: Difference): string {
  const verdict = better === undefined ? "" : better ? " (better)" : " (worse)";
  return `${attribute} ${to}${from === undefined ? "" : ` instead of ${from}`}${verdict}`;
}
