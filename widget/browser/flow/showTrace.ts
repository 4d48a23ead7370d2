import type { Config } from "../../types/config.ts";
import type { Manifest } from "../../types/model.ts";
import type { Candidate, Placement, Plan } from "../../types/offer.ts";
import type { Stop } from "../../types/platform.ts";
import { tooOld } from "../config/modelAge.ts";
import { guarded } from "../lib/guard.ts";
import { said } from "../lib/say.ts";

/** What a merchandiser asks of a page: what was recognised, where offers can stand, and the fate of every candidate. */
export interface TraceFacts {
  readonly platform: string;
  readonly config: Config;
  readonly found: readonly Placement[];
  /** Absent: not read. */
  readonly model: Manifest | undefined;
  readonly plan: Omit<Plan, "misfits"> | undefined;
}

const PLACEMENTS: readonly Placement[] = ["product", "drawer", "cart", "checkout", "confirmation"];
const STYLE = `:host{all:initial;position:fixed;z-index:2147483647;inset:auto 0 0 auto;max-inline-size:min(720px,100vw);font:13px/1.45 system-ui,sans-serif;color:#111;color-scheme:light}
details{background:#fff;border:1px solid #888;border-radius:8px 0 0 0;box-shadow:0 0 16px #0003}summary{padding:8px 12px;font-weight:600;cursor:pointer}
div{max-block-size:50vh;overflow:auto;padding:0 12px 12px}table{border-collapse:collapse;inline-size:100%}th,td{text-align:start;padding:3px 10px 3px 0;border-block-start:1px solid #ddd;vertical-align:top}
p{margin:4px 0}.no{color:#666}`;

/** A small panel in the corner, for `?goeswith=trace`. Its own element, above the page, in nobody's way when folded. */
export function createTrace(): { show(facts: TraceFacts): void; readonly stop: Stop } {
  guarded.debug = true;
  const host = document.createElement("goes-with-trace");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const details = element("details");
  details.open = true;
  root.append(details);
  document.body.append(host);
  return {
    show(facts) {
      const { offers = [], candidates = [] } = facts.plan ?? {};
      details.replaceChildren(element("summary", `goeswith: ${offers.length} offers of ${candidates.length} candidates`), body(facts));
    },
    stop: () => host.remove(),
  };
}

function body({ platform, config, found, model, plan }: TraceFacts): HTMLElement {
  const box = element("div");
  const { build = "not read", date } = model ?? {};
  const old = tooOld(date, config.maxAge, Date.now());
  const missing = PLACEMENTS.filter((placement) => !found.includes(placement));
  box.append(
    element(
      "p",
      `Platform ${platform}, shop ${config.shop || "without a name"}, model ${date ? `${build} of ${date}` : build}, ${guarded.count} errors swallowed.`,
    ),
    element("p", `Anchors found: ${found.join(", ") || "none"}. Missing: ${missing.join(", ") || "none"}.`),
    ...(old ? [element("p", `${old}: train it anew.`)] : []),
    ...[...said].map((message) => element("p", message)),
    ...(plan ? [table(plan)] : []),
  );
  return box;
}

function table(plan: Omit<Plan, "misfits">): HTMLElement {
  const all = element("table");
  const rows = plan.candidates.map((candidate) => rowOf(candidate, plan));
  all.append(line("th", ["Product", "Kind", "Source", "Score", "Shown or dropped"]), ...rows);
  return all;
}

function rowOf(candidate: Candidate, { offers, dropped }: Omit<Plan, "misfits">): HTMLElement {
  const { product, variant, kind, source, score } = candidate;
  const places = offers.filter((offer) => offer.product === product && offer.kind === kind && offer.variant === variant);
  const name = `${product.title} (${[product.id, variant].filter(Boolean).join(", ")})`;
  const fate = places.map(({ placement, position }) => `${placement} ${position}`).join(", ") || (dropped.get(candidate) ?? "");
  const row = line("td", [name, kind, source, score.toFixed(3), fate]);
  if (places.length === 0) row.className = "no";
  return row;
}

function line(cell: "td" | "th", texts: readonly string[]): HTMLElement {
  const row = element("tr");
  row.append(...texts.map((text) => element(cell, text)));
  return row;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
