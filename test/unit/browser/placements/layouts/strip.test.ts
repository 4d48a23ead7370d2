import { fireEvent } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import { mountLayout, view } from "../../../../support/mountLayout.ts";

const CARDS = ["a", "b", "c"].map((id) => view({ id }));

/** A strip 300 wide whose cards take `width`, as a browser that lays out would tell. */
async function arrange(width: number, direction = "ltr") {
  const strip = await mountLayout("strip", { offers: CARDS });
  const list = strip.root.querySelector("ul")!;
  Object.defineProperties(list, { clientWidth: { value: 300 }, scrollWidth: { value: width, configurable: true } });
  list.style.direction = direction;
  const scrollBy = vi.spyOn(list, "scrollBy").mockImplementation(() => {});
  const stand = (at: number) => {
    list.scrollLeft = at;
    fireEvent.scroll(list);
  };
  const [previous, next] = strip.root.querySelectorAll<HTMLElement>(".turn");
  stand(0);
  return {
    ...strip,
    list,
    scrollBy,
    stand,
    previous: previous!,
    next: next!,
    off: () => [previous, next].map((button) => button?.getAttribute("aria-disabled")),
  };
}

describe("the strip", () => {
  it("is a list of cards, and its buttons are named", async () => {
    const { queries } = await arrange(900);
    expect(queries.getAllByRole("listitem")).toHaveLength(3);
    expect(queries.getByRole("button", { name: en.previous }).compareDocumentPosition(queries.getByRole("button", { name: en.next }))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it("row 126: at either end its button says that it leads nowhere, and keeps the focus", async () => {
    const { root, stand, next, off } = await arrange(900);
    expect(off()).toEqual(["true", "false"]);
    next.focus();
    stand(300);
    expect(off()).toEqual(["false", "false"]);
    stand(599.5);
    expect(off()).toEqual(["false", "true"]);
    expect(root.activeElement).toBe(next);
  });

  it("has no buttons where everything fits, and gets them with more cards", async () => {
    const { root, queries, update, list } = await arrange(300);
    const turns = root.querySelector<HTMLElement>(".turns")!;
    expect(turns.style.visibility).toBe("hidden");
    Object.defineProperty(list, "scrollWidth", { value: 600 });
    update({ offers: [...CARDS, view({ id: "d" })] });
    await vi.waitFor(() => expect(turns.style.visibility).toBe(""));
    expect(queries.getByRole("button", { name: en.next })).toBeTruthy();
  });

  it.each([
    ["ltr", -1, 1],
    ["rtl", 1, -1],
  ] as const)("turns the way the text runs: %s", async (direction, back, forth) => {
    const { previous, next, scrollBy } = await arrange(900, direction);
    for (const button of [previous, next]) fireEvent.click(button);
    expect(scrollBy.mock.calls.map(([how]) => Math.sign((how as ScrollToOptions).left!))).toEqual([back, forth]);
  });

  it("hears every press of many in a row", async () => {
    const { next, scrollBy } = await arrange(900);
    for (const detail of [1, 2, 3]) fireEvent.click(next, { detail });
    expect(scrollBy).toHaveBeenCalledTimes(3);
  });

  it("counts from the right where the text does", async () => {
    const { stand, off } = await arrange(900, "rtl");
    stand(-600);
    expect(off()).toEqual(["false", "true"]);
  });

  it("never moves by itself", async () => {
    const { update, scrollBy, list } = await arrange(900);
    update({ offers: CARDS.map(({ offer }) => view(offer, "working")) });
    expect(scrollBy).not.toHaveBeenCalled();
    expect(list.scrollLeft).toBe(0);
  });
});
