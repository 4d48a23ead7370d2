import type { OpenSignal } from "../../../types/consent.ts";
import { isRecord } from "../../lib/isRecord.ts";

/** What was told of one kind of storage. */
interface Told {
  readonly isGranted: boolean;
  /** The shopper's answer, and not what holds before there is one. */
  readonly isAnswer: boolean;
  /** Some of what holds beforehand is for shoppers of some regions only. */
  readonly isRegional: boolean;
}

/** The arguments of `gtag("consent", "default" | "update", fields)`; anything else may be among them too. */
type Call = { readonly [place in 0 | 1 | 2]?: unknown } | null | undefined;

const TYPES = ["analytics_storage", "personalization_storage"] as const;

/**
 * Google Consent Mode v2. `gtag` leaves its arguments in `dataLayer`, which is read and never wrapped.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export const consentMode: OpenSignal = () => {
  const told = new Map<string, Told>();
  let last: unknown;
  const hear = (call: Call) => {
    const fields = call?.[2];
    if (call?.[0] !== "consent" || !isRecord(fields)) return;
    for (const type of TYPES) {
      const word = fields[type];
      if (word === "granted" || word === "denied")
        told.set(
          type,
          follow(told.get(type), { isGranted: word === "granted", isAnswer: call[1] === "update", isRegional: !!fields["region"] }),
        );
    }
  };
  /** Google's tag manager shortens the list from its front, so the last one read is looked for and not its place. */
  const hearNew = () => {
    const { dataLayer } = window as Window & { readonly dataLayer?: unknown };
    if (!Array.isArray(dataLayer)) return;
    for (let at = dataLayer.lastIndexOf(last) + 1; at < dataLayer.length; at++) hear((last = dataLayer[at] as unknown) as Call);
  };
  return {
    read() {
      hearNew();
      const [analytics, personal] = TYPES.map((type) => combine(told.get(type), readGoogle(type)));
      if (!analytics) return undefined;
      if (!analytics.isGranted) return analytics.isAnswer ? "none" : "waiting";
      return personal?.isGranted ? "remember" : "measure";
    },
    stop() {},
  };
};

/** An answer replaces everything; of what holds beforehand, for whichever region, the strictest counts. */
function follow(before: Told | undefined, news: Told): Told {
  if (news.isAnswer) return { ...news, isRegional: false };
  if (before?.isAnswer) return before;
  return { isGranted: news.isGranted && before?.isGranted !== false, isAnswer: false, isRegional: news.isRegional || !!before?.isRegional };
}

/**
 * What Google's own script made of it, once it is there. Banners out of its tag manager's gallery write there and not into `dataLayer`,
 * and it knows the shopper's region. Undocumented, so it is believed only where `dataLayer` leaves the question open or it is stricter.
 */
function readGoogle(type: string): Told | undefined {
  const { google_tag_data: data } = window as { readonly google_tag_data?: { readonly ics?: { readonly entries?: unknown } } };
  const entries = data?.ics?.entries;
  const entry = isRecord(entries) ? entries[type] : undefined;
  if (!isRecord(entry)) return undefined;
  const { default: first, update = first } = entry;
  if (typeof update !== "boolean") return undefined;
  return { isGranted: update, isAnswer: entry["update"] !== undefined, isRegional: false };
}

function combine(told: Told | undefined, google: Told | undefined): Told | undefined {
  if (!told || !google || told.isRegional) return google ?? told;
  return { ...told, isGranted: told.isGranted && google.isGranted, isAnswer: told.isAnswer || google.isAnswer };
}
