import { anything, assert, json, property, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { checkEvent } from "../../../widget/collector/checkEvent.ts";
import { parseBatch } from "../../../widget/collector/parseBatch.ts";
import type { OfferType } from "./anEvent.ts";
import { anEvent, anOrder, aSwap, NOON } from "./anEvent.ts";

const shown = anEvent("shown", "e1");
const line = { product: "case", quantity: 1, price: 1990, offer: "cart.cross-sell.phone.case" };

describe("an event of the catalogue", () => {
  const kinds: readonly OfferType[] = ["shown", "seen", "opened", "added", "dismissed", "undone"];
  it.each<readonly [string, unknown]>([
    ...kinds.map((type) => [type, anEvent(type, "e1")] as const),
    ["swapped", anEvent("swapped", "e1", aSwap)],
    ["failed", anEvent("failed", "e1", { reason: "sold-out" })],
    ["rated", anEvent("rated", "e1", { answer: "too-dear" })],
    ["eligible", { id: "e1", seq: 1, at: NOON, visit: "v", view: "w", arm: "holdout", version: "0.1.0", build: "b1", type: "eligible" }],
    ["an event of a person", anEvent("shown", "e1", { person: "p1" })],
    ["ordered", anOrder("e1", [line, { product: "phone", quantity: 2 }], { total: 1990 })],
    ["ordered without lines", anOrder("e1", [])],
    ["titles in another script as ids", anEvent("shown", "e1", { product: "чехол 📱", offer: "cart.cross-sell.phone.чехол 📱" })],
  ])("passes unchanged: %s", (_name, event) => {
    expect(checkEvent(event)).toEqual({ ok: true, event });
  });
});

describe("row 135: what is no event of the catalogue", () => {
  it.each<readonly [string, unknown, string]>([
    ["an unknown type", { ...shown, type: "bought" }, "unknown type"],
    ["no type", { ...shown, type: undefined }, "unknown type"],
    ["an extra field", { ...shown, email: "a@b.c" }, "unknown field email"],
    ["a field of another type of event", { ...shown, answer: "too-dear" }, "unknown field answer"],
    ["an extra field in a line", anOrder("e1", [{ ...line, title: "x" } as typeof line]), "unknown field lines.0.title"],
    ["a price of 1e308", { ...shown, price: 1e308 }, "bad price"],
    ["a negative price", { ...shown, price: -1 }, "bad price"],
    ["half a cent", { ...shown, price: 0.5 }, "bad price"],
    ["a price as text", { ...shown, price: "19.90" }, "bad price"],
    ["a price of null", { ...shown, price: null }, "bad price"],
    ["no pieces", { ...shown, quantity: 0 }, "bad quantity"],
    ["a quantity of 1e308", { ...shown, quantity: 1e308 }, "bad quantity"],
    ["the year 1970", { ...shown, at: 0 }, "bad at"],
    ["the year 9999", { ...shown, at: Date.UTC(9999, 0) }, "bad at"],
    ["a time as text", { ...shown, at: "2026-06-01" }, "bad at"],
    ["no id", { ...shown, id: "" }, "bad id"],
    ["an id with a space", { ...shown, id: "a b" }, "bad id"],
    ["an id of 65 letters", { ...shown, id: "a".repeat(65) }, "bad id"],
    ["a NUL in a text", { ...shown, product: "a\0b" }, "bad product"],
    ["a lone surrogate in a text", { ...shown, product: "\ud800" }, "bad product"],
    ["an unknown placement", { ...shown, placement: "footer" }, "bad placement"],
    ["an offer of another placement", { ...shown, placement: "checkout" }, "bad offer"],
    ["an offer that is none", { ...shown, offer: "case" }, "bad offer"],
    ["a currency in small letters", { ...shown, currency: "eur" }, "bad currency"],
    ["an unknown answer", anEvent("rated", "e1", { answer: "meh" }), "bad answer"],
    ["a negative line", anOrder("e1", [{ ...line, quantity: -1 }]), "bad lines.0.quantity"],
    [
      "too many lines",
      anOrder(
        "e1",
        Array.from({ length: 501 }, () => line),
      ),
      "bad lines",
    ],
    ["a list", [shown], "not an object"],
    ["null", null, "not an object"],
  ])("%s", (_name, event, reason) => {
    expect(checkEvent(event)).toEqual({ ok: false, reason });
  });

  it("does not take a prototype for a field", () => {
    const raw: unknown = JSON.parse(`${JSON.stringify(shown).slice(0, -1)},"__proto__":{"polluted":1}}`);
    const checked = checkEvent(raw);
    expect(checked.ok && "polluted" in checked.event).toBe(false);
  });

  it("says what is wrong in a few words, however long the fault", () => {
    const checked = checkEvent({ ...shown, ["x".repeat(5000)]: 1 });
    expect(!checked.ok && checked.reason.length).toBe(80);
  });
});

it("row 134: any bytes give a verdict, never an exception", () => {
  assert(property(uint8Array({ maxLength: 200 }), (bytes) => void expect(parseBatch(bytes)).toHaveProperty("ok")));
  assert(property(json(), (text) => void expect(parseBatch(Buffer.from(text))).toHaveProperty("ok")));
  assert(property(anything(), (value) => void expect(checkEvent(value)).toMatchObject({ ok: false })));
});
