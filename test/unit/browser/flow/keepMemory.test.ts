import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepMemory } from "../../../../widget/browser/flow/keepMemory.ts";
import { readMemory } from "../../../../widget/browser/flow/readMemory.ts";
import { openStore, readStored } from "../../../../widget/browser/lib/storage.ts";
import { anOffer, aProduct } from "../../../support/builders.ts";

const store = openStore("session");
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

/** A page of the visit: what earlier ones left, and the keeper of what happens on it. */
function openPage(mayStore = true) {
  const memory = readMemory((key) => readStored(store, key));
  return { ...keepMemory(memory, store, () => mayStore), read: () => memory };
}

describe("the memory of a visit", () => {
  it("remembers a refused product and its kind over pages, without any consent", () => {
    openPage(false).refuse(anOffer());
    const { refused, refusals } = openPage(false).read();
    expect([...refused]).toEqual(["case", "cross-sell:Cases"]);
    expect(refusals.get("cart")).toBe(1);
  });

  it("stores nothing else without consent", () => {
    openPage(false).saw("case");
    expect(sessionStorage).toHaveLength(0);
  });

  it("counts on how many earlier page views an offer was seen, once each", () => {
    for (const _ of [1, 2]) {
      const memory = openPage();
      memory.saw("case");
      memory.saw("case");
    }
    expect(openPage().read().seen.get("case")).toBe(2);
  });

  it("does not let the page in view count against what it shows", () => {
    const memory = openPage();
    memory.saw("case");
    expect(memory.read().seen.size).toBe(0);
  });

  it("forgets what was seen when consent is taken back, but not the refusals", () => {
    const memory = openPage();
    memory.saw("case");
    memory.refuse(anOffer());
    memory.purge();
    const later = openPage().read();
    expect(later.seen.size).toBe(0);
    expect(later.refused.has("case")).toBe(true);
  });

  describe("of a browser that may be remembered", () => {
    const newVisit = () => sessionStorage.clear();

    it("keeps what was refused over visits, and lets the place try again", () => {
      const memory = keepMemory(readMemory(), store, () => true);
      memory.last(true);
      memory.refuse(anOffer());
      newVisit();
      const { refused, refusals } = readMemory();
      expect([...refused]).toEqual(["case", "cross-sell:Cases"]);
      expect(refusals.size).toBe(0);
    });

    it("keeps what was refused before it was allowed, and nothing where nothing was", () => {
      keepMemory(readMemory(), store, () => true).last(true);
      expect(localStorage).toHaveLength(0);
      const memory = keepMemory(readMemory(), store, () => true);
      memory.refuse(anOffer());
      memory.last(true);
      newVisit();
      expect(readMemory().refused.has("case")).toBe(true);
    });

    it.each(["purge", "less"])("row 113: forgets it when that is taken back (%s), but for the visit", (how) => {
      const memory = keepMemory(readMemory(), store, () => true);
      memory.last(true);
      memory.refuse(anOffer());
      if (how === "purge") memory.purge();
      else memory.last(false);
      expect(localStorage).toHaveLength(0);
      expect(readMemory().refused.has("case")).toBe(true);
    });

    it("forgets it after three months", () => {
      vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
      const memory = keepMemory(readMemory(), store, () => true);
      memory.last(true);
      memory.refuse(anOffer());
      newVisit();
      vi.setSystemTime(Date.UTC(2026, 3, 10));
      keepMemory(readMemory(), store, () => true).last(true);
      vi.useRealTimers();
      expect(localStorage).toHaveLength(0);
    });
  });

  it("knows what offers brought in until that is taken back", () => {
    const memory = openPage(false);
    memory.bring("plus", true);
    expect(memory.read().brought.has("plus")).toBe(true);
    memory.bring("plus", false);
    expect(memory.read().brought.has("plus")).toBe(false);
  });

  it("refuses only the product where it has no kind", () => {
    const memory = openPage(false);
    memory.refuse(anOffer({ product: aProduct({ categories: [] }) }));
    expect([...memory.read().refused]).toEqual(["case"]);
  });

  it.each(['{"', "null", "[1]", '{"refused":[1,{}],"places":{"cart":"x"}}', '{"__proto__":{"polluted":1}}'])(
    "row 40: starts anew from %s",
    (text) => {
      sessionStorage.setItem("goeswith.refusals", text);
      sessionStorage.setItem("goeswith.seen", text);
      const { refused, refusals } = openPage().read();
      expect([refused.size, refusals.size]).toEqual([0, 0]);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    },
  );
});
