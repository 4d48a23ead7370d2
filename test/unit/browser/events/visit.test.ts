import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createConsent } from "../../../../widget/browser/events/consent.ts";
import { drawArm, readVisit } from "../../../../widget/browser/events/visit.ts";
import { createId } from "../../../../widget/browser/lib/id.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";

const aPage = (asked: "required" | "not-needed") => {
  const consent = createConsent({ config: { consent: asked }, store: openStore("local") });
  return { consent, visit: readVisit({ consent, store: openStore("session") }) };
};

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe("a visit", () => {
  it("goes on over the pages of a tab", () => {
    const { visit } = aPage("not-needed");
    visit.keep({ id: "first", arm: "holdout" });
    visit.keep({ seq: 7, eligible: true });
    expect(aPage("not-needed").visit).toMatchObject({ id: visit.id, seq: 7, arm: "holdout", eligible: true });
  });

  it("row 111: is in memory only without consent", () => {
    const { visit } = aPage("required");
    visit.keep({ arm: "offers", seq: 3 });
    expect(visit).toMatchObject({ arm: "offers", seq: 3 });
    expect(sessionStorage.length).toBe(0);
  });

  it("row 112: begins anew when consent comes, with the arm that the shopper sees", () => {
    const { consent, visit } = aPage("required");
    visit.keep({ id: "first", arm: "holdout", seq: 4, eligible: true });
    consent.set("measure");
    expect(visit).toMatchObject({ id: "", arm: "holdout", seq: 0, eligible: false });
  });

  it("row 113: leaves nothing behind when consent goes, and is not the same when it comes back", () => {
    const { consent, visit } = aPage("not-needed");
    visit.keep({ id: "first", seq: 1 });
    consent.set("none");
    expect(sessionStorage.length).toBe(0);
    consent.set("measure");
    expect(visit.id).toBe("");
  });

  it("row 113: takes all that measuring keeps with it, also where nothing that delivers is loaded", () => {
    for (const key of ["queue.collector", "orders"]) sessionStorage.setItem(`goeswith.${key}`, "{}");
    const { consent } = aPage("not-needed");
    localStorage.setItem("goeswith.orders", "[]");
    consent.set("none");
    expect(sessionStorage.length).toBe(0);
    expect(Object.keys(localStorage)).toEqual(["goeswith.consent"]);
  });

  it("stays the same when more is allowed", () => {
    const { consent, visit } = aPage("not-needed");
    visit.keep({ id: "first", seq: 1 });
    consent.set("remember");
    expect(visit).toMatchObject({ id: "first", seq: 1 });
  });

  it.each(['{"', "null", "[1,2]", '{"id":1}', "{}"])("begins anew over a corrupted record %s", (text) => {
    sessionStorage.setItem("goeswith.visit", text);
    const { visit } = aPage("not-needed");
    expect(visit).toMatchObject({ id: "", seq: 0, eligible: false });
  });

  it("row 45: leaves nothing behind when stopped", () => {
    const { visit } = aPage("not-needed");
    visit.keep({ seq: 1 });
    visit.stop();
    visit.stop();
    expect(sessionStorage.length).toBe(0);
  });
});

describe("the arm", () => {
  it("is the holdout for the configured share of visits", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.999999, noNaN: true }), (holdout, drawn) => {
        expect(drawArm(holdout, () => drawn)).toBe(drawn < holdout ? "holdout" : "offers");
      }),
    );
    expect(drawArm(0, () => 0)).toBe("offers");
  });
});

describe("ids", () => {
  it("row 31: are unique without randomUUID", () => {
    expect(new Set(Array.from({ length: 100_000 }, createId)).size).toBe(100_000);
  });
});
