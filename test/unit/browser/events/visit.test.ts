import { afterEach, describe, expect, it } from "vitest";
import type { Stop } from "../../../../widget/types/platform.ts";
import { createConsent } from "../../../../widget/browser/events/consent.ts";
import { drawArm } from "../../../../widget/browser/events/drawArm.ts";
import { readVisit } from "../../../../widget/browser/events/visit.ts";
import { createId } from "../../../../widget/browser/lib/id.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";

const stops: Stop[] = [];
const aPage = (asked: "required" | "not-needed") => {
  const lasting = openStore("local");
  const consent = createConsent({ config: { consent: asked }, store: lasting });
  stops.push(consent.stop);
  return { consent, visit: readVisit({ consent, store: openStore("session"), lasting }) };
};

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  localStorage.clear();
  sessionStorage.clear();
});

describe("a visit", () => {
  it("goes on over the pages of a tab", () => {
    const { visit } = aPage("not-needed");
    visit.keep({ arm: "holdout" });
    visit.keep({ seq: 7, eligible: true });
    expect(aPage("not-needed").visit).toMatchObject({ id: visit.id, seq: 7, arm: "holdout", eligible: true });
  });

  it("row 111: is in memory only without consent", () => {
    const { visit } = aPage("required");
    visit.keep({ arm: "offers", seq: 3 });
    expect(visit).toMatchObject({ arm: "offers", seq: 3 });
    expect(sessionStorage.length + localStorage.length).toBe(0);
  });

  it("goes on while a banner is still to speak, and writes nothing meanwhile", () => {
    const before = aPage("required");
    before.consent.set("measure");
    before.visit.keep({ seq: 2, arm: "holdout" });
    localStorage.clear();
    const kept = sessionStorage.getItem("goeswith.visit");
    const { visit } = aPage("required");
    expect(visit).toMatchObject({ id: before.visit.id, arm: "holdout" });
    visit.keep({ seq: 9 });
    expect(sessionStorage.getItem("goeswith.visit")).toBe(kept);
  });

  it("row 112: nothing before links to anything after, and the page that was open is in neither arm", () => {
    const { consent, visit } = aPage("not-needed");
    visit.keep({ arm: "holdout", seq: 4, eligible: true });
    const { id } = visit;
    consent.set("none");
    consent.set("measure");
    expect(visit).toMatchObject({ arm: "none", seq: 0, eligible: false });
    expect(visit.id).not.toBe(id);
  });

  it("row 113: takes all that measuring keeps with it, also where nothing that delivers is loaded", () => {
    for (const key of ["waiting", "orders"]) sessionStorage.setItem(`goeswith.${key}`, "[]");
    const { consent, visit } = aPage("not-needed");
    visit.keep({ seq: 1 });
    for (const key of ["orders", "person", "queue.collector.a"]) localStorage.setItem(`goeswith.${key}`, "[]");
    localStorage.setItem("cart", "the shop's own");
    consent.set("none");
    expect(sessionStorage.length).toBe(0);
    expect(Object.keys(localStorage).sort()).toEqual(["cart", "goeswith.consent"]);
  });

  it("row 113: on a page that begins with a no nothing is kept any longer", () => {
    sessionStorage.setItem("goeswith.visit", '{"id":"old","seq":3}');
    localStorage.setItem("goeswith.consent", "none");
    const { visit } = aPage("not-needed");
    expect(visit.id).not.toBe("old");
    expect(sessionStorage.length).toBe(0);
  });

  it("stays the same when more is allowed", () => {
    const { consent, visit } = aPage("not-needed");
    visit.keep({ seq: 1 });
    const { id } = visit;
    consent.set("remember");
    expect(visit).toMatchObject({ id, seq: 1 });
  });

  it.each(['{"', "null", "[1,2]", '{"id":1}', "{}"])("row 40: begins anew over a corrupted record %s", (text) => {
    sessionStorage.setItem("goeswith.visit", text);
    const { visit } = aPage("not-needed");
    expect(visit).toMatchObject({ id: expect.stringMatching(/^\w{22}$/), seq: 0, eligible: false });
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
  const units = Array.from({ length: 20_000 }, createId);

  it.each([0.05, 0.5, 0.9])("is the holdout for a share of %d of the units", (share) => {
    const held = units.filter((unit) => drawArm(unit, share) === "holdout").length;
    // Five standard deviations.
    expect(Math.abs(held / units.length - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / units.length));
  });

  it("leaves nobody out at 0 and everybody at 1, and is the same however often it is drawn", () => {
    expect(units.some((unit) => drawArm(unit, 0) === "holdout")).toBe(false);
    expect(units.every((unit) => drawArm(unit, 1) === "holdout")).toBe(true);
    expect(units.every((unit) => drawArm(unit, 0.5) === drawArm(unit, 0.5))).toBe(true);
  });

  it("of a smaller share is a part of the one of a larger share, so that the question can be decided in the middle of it", () => {
    expect(units.filter((unit) => drawArm(unit, 0.05) === "holdout").every((unit) => drawArm(unit, 0.5) === "holdout")).toBe(true);
  });

  it("is drawn for the visit where the shopper may only be measured", () => {
    const { visit } = aPage("not-needed");
    visit.draw(0.5);
    expect(visit).toMatchObject({ unit: visit.id, arm: drawArm(visit.id, 0.5) });
    expect(localStorage.length).toBe(0);
  });

  it("is drawn for the browser where it may be remembered, and stays over visits", () => {
    const first = aPage("not-needed");
    first.consent.set("remember");
    first.visit.draw(0.5);
    sessionStorage.clear();
    const second = aPage("not-needed");
    second.visit.draw(0.5);
    expect(second.visit.id).not.toBe(first.visit.id);
    expect(second.visit).toMatchObject({ unit: first.visit.id, arm: first.visit.arm });
  });

  it("row 113: the browser is forgotten when it may be measured but not remembered any more", () => {
    const { consent, visit } = aPage("required");
    consent.set("remember");
    visit.draw(0.5);
    expect(localStorage.getItem("goeswith.person")).toBe(visit.id);
    consent.set("measure");
    expect(localStorage.getItem("goeswith.person")).toBeNull();
    expect(visit.unit).toBeUndefined();
    expect(visit.arm).toBeDefined();
  });
});

describe("ids", () => {
  it("row 31: are unique without randomUUID", () => {
    expect(new Set(Array.from({ length: 100_000 }, createId)).size).toBe(100_000);
  });
});
