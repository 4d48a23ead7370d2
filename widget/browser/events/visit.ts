import type { Arm } from "../../types/arm.ts";
import type { Stop } from "../../types/platform.ts";
import { createId } from "../lib/id.ts";
import { isRecord } from "../lib/isRecord.ts";
import { readStored, type Store } from "../lib/storage.ts";
import type { Consent } from "./consent.ts";
import { drawArm } from "./drawArm.ts";
import { forgetAll, forgetPerson, forgetVisit } from "./forget.ts";
import { PERSON_KEY, VISIT_KEY } from "./keys.ts";

interface Facts {
  readonly id: string;
  /** Of the visit's latest event; they count up from 1. */
  readonly seq: number;
  /** Drawn before the visit's first plan. */
  readonly arm?: Arm;
  /** Whom it was drawn for, where the shopper may be remembered. */
  readonly unit?: string;
  /** The `eligible` event of this visit was recorded. */
  readonly eligible: boolean;
}

/** One tab session. Its members change; they are kept in the tab's storage with consent, else only as long as the page. */
export interface Visit extends Facts {
  keep(change: Partial<Facts>): void;
  /** Draws the arm, once, for the browser that may be remembered or else for the visit; `holdout` is the share that sees no offers. */
  draw(holdout: number): void;
  /** Removes what is kept for the tab. */
  readonly stop: Stop;
}

export interface VisitDeps {
  readonly consent: Consent;
  /** The tab's. */
  readonly store: Store;
  /** The browser's. */
  readonly lasting: Store;
}

/**
 * The visit this page belongs to. What an earlier page of the tab kept counts from the start, also while a banner is still to speak: it was
 * kept with consent that nobody has taken back. After a no everything is new, so that nothing before links to anything after; and because
 * the page has shown what it has shown, the new visit takes no part in the comparison.
 */
export function readVisit({ consent, store, lasting }: VisitDeps): Visit {
  const fresh = (arm?: Arm) => ({ id: createId(), seq: 0, eligible: false, arm, unit: undefined });
  const kept = readStored(store, VISIT_KEY);
  const known = isRecord(kept) && typeof kept.id === "string" && Number.isInteger(kept.seq);
  const visit = {
    ...fresh(),
    ...(known && (kept as unknown as Facts)),
    keep(change: Partial<Facts>) {
      Object.assign(visit, change);
      if (consent.level() !== "none") store.set(VISIT_KEY, JSON.stringify(visit));
    },
    draw(holdout: number) {
      const unit = readPerson() ?? visit.id;
      visit.keep({ unit, arm: drawArm(unit, holdout) });
    },
    stop: forgetVisit,
  };
  /** The first visit that may be remembered gives the browser its id, so that its arm stays the same. */
  const readPerson = () => {
    if (consent.level() !== "remember") return undefined;
    const person = lasting.get(PERSON_KEY);
    if (person && /^\w{22}$/.test(person)) return person;
    lasting.set(PERSON_KEY, visit.id);
    return visit.id;
  };
  consent.refused(() => {
    forgetAll();
    // Where storage is blocked, memory serves, and only here.
    store.remove(VISIT_KEY);
    lasting.remove(PERSON_KEY);
    Object.assign(visit, fresh(visit.arm && "none"));
  });
  let before = consent.level();
  consent.subscribe((level) => {
    // Less than a moment ago. A page that begins with less may only have a banner that is late.
    if (before === "remember" && level === "measure") {
      forgetPerson();
      lasting.remove(PERSON_KEY);
      Object.assign(visit, { unit: undefined });
    }
    before = level;
    // What was seen before anything might be kept counts for the rest of the visit.
    if (level !== "none" && visit.arm) visit.keep({});
  });
  return visit as Visit;
}
