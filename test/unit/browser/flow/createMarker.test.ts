import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OrderMark } from "../../../../widget/types/platform.ts";
import type { Taken } from "../../../../widget/browser/events/orders.ts";
import type { Visit } from "../../../../widget/browser/events/visit.ts";
import { createMarker } from "../../../../widget/browser/flow/createMarker.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";
import { aCart, aLine } from "../../../support/builders.ts";

const store = openStore("session");
const cart = aCart(aLine());
beforeEach(() => sessionStorage.clear());

/** One page of a visit; its members can be changed while it lasts. */
function openPage({
  marksPage = false,
  ...facts
}: Partial<Pick<Visit, "id" | "arm" | "eligible">> & { readonly marksPage?: boolean } = {}) {
  const page = { may: true, taken: [] as readonly Taken[] };
  const visit = {
    id: "v1",
    arm: "offers" as const,
    eligible: true,
    ...facts,
  };
  const mark = vi.fn(async (_: OrderMark): Promise<void> => {});
  const marker = createMarker({ platform: { mark, marksPage }, visit, mayStore: () => page.may, store, taken: () => page.taken });
  return { page, visit, mark, ...marker };
}
const takenOf = (...offers: readonly string[]): readonly Taken[] => offers.map((offer) => ({ offer, product: "case", quantity: 1 }));

describe("the mark of a cart", () => {
  it("names the visit, its arm and the offers that were taken", () => {
    const { page, mark, look } = openPage({ arm: "holdout" });
    look(cart);
    page.taken = takenOf("a", "b");
    look(cart);
    expect(mark.mock.calls).toEqual([[{ visit: "v1", arm: "holdout", offers: [] }], [{ visit: "v1", arm: "holdout", offers: ["a", "b"] }]]);
  });

  it("is asked for once for each change, not for each page", () => {
    for (const _ of [1, 2]) {
      const { mark, look } = openPage();
      look(cart);
      look(aCart(aLine(), aLine({ key: "l2" })));
      expect(mark).toHaveBeenCalledTimes(_ === 1 ? 1 : 0);
    }
  });

  it("that stands in the page alone is asked for on each page, once", () => {
    for (const _ of [1, 2]) {
      const { mark, look } = openPage({ marksPage: true });
      look(cart);
      look(cart);
      expect(mark).toHaveBeenCalledTimes(1);
    }
  });

  it("names the newest offers, as many as a cart has room for", () => {
    const { page, mark, look } = openPage();
    page.taken = takenOf(...Array.from({ length: 30 }, (_, at) => `o${at}`));
    look(cart);
    const { offers } = mark.mock.calls[0]![0];
    expect([offers.length, offers.at(-1)]).toEqual([20, "o29"]);
  });

  it("row 111: is not made without consent, of an empty cart, or of a visit that counts in no arm", () => {
    const without = openPage();
    without.page.may = false;
    without.look(cart);
    const pages = [openPage({ eligible: false }), openPage({ arm: undefined as never })];
    pages.forEach(({ look }) => look(cart));
    const empty = openPage();
    empty.look(aCart());
    empty.look(undefined);
    expect([without, ...pages, empty].flatMap(({ mark }) => mark.mock.calls)).toEqual([]);
    expect(sessionStorage).toHaveLength(0);
  });

  it("is made anew for the cart after one that was ordered or emptied", () => {
    const { mark, look } = openPage();
    look(cart);
    look(undefined);
    look(cart);
    expect(mark).toHaveBeenCalledTimes(1);
    look(aCart());
    look(cart);
    expect(mark).toHaveBeenCalledTimes(2);
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("down"))],
    [
      "throws",
      () => {
        throw new Error("down");
      },
    ],
  ])("is tried again with the next change when the shop %s, on the same page or another", async (_, fail) => {
    for (const marksPage of [false, true]) {
      sessionStorage.clear();
      const { mark, look } = openPage({ marksPage });
      mark.mockImplementationOnce(fail);
      expect(() => look(cart)).not.toThrow();
      await vi.waitFor(() => expect(sessionStorage).toHaveLength(0));
      look(cart);
      expect(mark).toHaveBeenCalledTimes(2);
    }
  });

  it("of a shop that answers nothing at all is made", () => {
    const { mark, look } = openPage();
    mark.mockReturnValue(undefined as never);
    look(cart);
    look(cart);
    expect(mark).toHaveBeenCalledTimes(1);
  });

  it("is forgotten with consent", () => {
    const { look, purge } = openPage();
    look(cart);
    purge();
    expect(sessionStorage).toHaveLength(0);
  });

  it("is not made where the shop has no place for it", () => {
    const visit = { id: "v1", arm: "offers" as const, eligible: true };
    createMarker({ platform: {}, visit, mayStore: () => true, store, taken: () => [] }).look(cart);
    expect(sessionStorage).toHaveLength(0);
  });
});
