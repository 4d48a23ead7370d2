import { fireEvent } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import type { LayoutProps, OfferState } from "../../../../../widget/types/layout.ts";
import { aProduct, euro } from "../../../../support/builders.ts";
import { acceptedBy, aViewItem, mountLayout, view } from "../../../../support/mountLayout.ts";

const VARIANTS = [
  { id: "w", options: { Colour: "White" } },
  { id: "b", options: { Colour: "Black" }, price: euro(25) },
];
const glass = { id: "glass", product: aProduct({ id: "glass", title: "Screen glass" }), price: euro(10) };
const OFFERS = [view({ id: "case" }), view(glass), view({ id: "charger" })];

async function arrange(over: Partial<LayoutProps> = {}) {
  const bundle = await mountLayout("bundle", { placement: "product", view: aViewItem(), offers: OFFERS, ...over });
  const { queries, root } = bundle;
  const box = (name: string) => queries.getByRole<HTMLInputElement>("checkbox", { name });
  const buy = () => root.querySelector<HTMLElement>(".sum .button")!;
  return { ...bundle, box, buy, sum: () => root.querySelector(".sum")!.textContent };
}

const CASE = "Add Clear case to cart";
const GLASS = "Add Screen glass to cart";

describe("the bundle", () => {
  it("is the product in view and two add-ons, and only these are offers", async () => {
    const { queries, rows } = await arrange();
    expect(queries.getAllByRole("listitem").map((item) => item.querySelector(".title")?.textContent)).toEqual([
      "Aster 9",
      "Clear case",
      "Screen glass",
    ]);
    expect(rows().map((row) => row.getAttribute("data-offer"))).toEqual(["case", "glass"]);
  });

  it("row 121: nothing is ticked; the sum is the product's own, and follows what is ticked", async () => {
    const { queries, box, sum } = await arrange();
    expect(queries.getAllByRole<HTMLInputElement>("checkbox").map(({ checked }) => checked)).toEqual([false, false]);
    expect(sum()).toBe("Total: €499.00Add 1 item to cart");
    fireEvent.click(box(CASE));
    expect(sum()).toBe("Total: €518.90Add 2 items to cart");
    fireEvent.click(box(GLASS));
    expect(sum()).toBe("Total: €528.90Add 3 items to cart");
    fireEvent.click(box(CASE));
    expect(sum()).toBe("Total: €509.00Add 2 items to cart");
  });

  it("one press takes the product and what is ticked", async () => {
    const { box, buy, calls } = await arrange();
    fireEvent.click(box(GLASS));
    fireEvent.click(buy());
    expect(calls.acceptAll).toHaveBeenCalledOnce();
    expect(acceptedBy(calls)).toEqual([["glass", undefined]]);
  });

  it("counts a chosen variant at its own price, and asks for one that is missing", async () => {
    const offers = [view({ id: "case", product: aProduct({ variants: VARIANTS }) })];
    const { box, buy, calls, queries, sum } = await arrange({ offers });
    const select = queries.getByLabelText<HTMLSelectElement>(/^Colour/);
    const ask = vi.spyOn(select, "reportValidity").mockReturnValueOnce(false);
    fireEvent.click(box(CASE));
    expect(ask).toHaveBeenCalledOnce();
    expect(box(CASE).checked).toBe(false);
    fireEvent.change(select, { target: { value: "b" } });
    fireEvent.click(box(CASE));
    expect(sum()).toBe("Total: €524.00Add 2 items to cart");
    fireEvent.change(select, { target: { value: "w" } });
    expect(sum()).toBe("Total: €518.90Add 2 items to cart");
    fireEvent.click(buy());
    expect(acceptedBy(calls)).toEqual([["case", "w"]]);
  });

  it("asks for a variant of the product in view while the page has none, and passes the one chosen", async () => {
    const { buy, calls, queries, sum } = await arrange({
      view: aViewItem({ product: aProduct({ title: "Aster 9", variants: VARIANTS }) }),
    });
    const select = queries.getByLabelText<HTMLSelectElement>(/^Colour/);
    const ask = vi.spyOn(select, "reportValidity").mockReturnValueOnce(false);
    fireEvent.click(buy());
    expect(ask).toHaveBeenCalledOnce();
    expect(calls.acceptAll).not.toHaveBeenCalled();
    fireEvent.change(select, { target: { value: "b" } });
    expect(sum()).toBe("Total: €25.00Add 1 item to cart");
    fireEvent.click(buy());
    expect(calls.acceptAll).toHaveBeenCalledWith([], "b");
  });

  it("passes the variant chosen on the page without asking", async () => {
    const product = aProduct({ title: "Aster 9", variants: VARIANTS });
    const { buy, calls, queries } = await arrange({ view: aViewItem({ product, variant: "b" }) });
    expect(queries.queryByRole("combobox")).toBeNull();
    fireEvent.click(buy());
    expect(calls.acceptAll).toHaveBeenCalledWith([], "b");
  });

  it("tells no sum of two currencies", async () => {
    const { box, sum } = await arrange({ offers: [view({ id: "case", price: { minor: 100, currency: "USD" } })] });
    fireEvent.click(box(CASE));
    expect(sum()).toBe("Add 2 items to cart");
  });

  it("says of each item what became of it; what failed can be bought with one more press", async () => {
    const { box, buy, update, rowOf, queries, sum, calls } = await arrange();
    for (const name of [CASE, GLASS]) fireEvent.click(box(name));
    const both = (first: OfferState, second: OfferState, own: OfferState) =>
      update({
        view: aViewItem({ state: own }),
        offers: [view({ id: "case" }, first, { canUndo: true }), view(glass, second, { reason: "sold-out", message: "None left." })],
      });
    both("working", "working", "working");
    expect(buy().textContent).toBe(en.working);
    fireEvent.click(buy());
    expect(calls.acceptAll).not.toHaveBeenCalled();
    both("done", "failed", "done");
    expect(queries.getAllByRole("listitem")[0]!.textContent).toContain("Added ✓");
    expect(rowOf("case").textContent).toContain("Added ✓");
    expect(rowOf("glass").textContent).toContain("None left.");
    expect(sum()).toBe("Total: €10.00Add 1 item to cart");
    fireEvent.click(buy());
    expect(acceptedBy(calls)).toEqual([["glass", undefined]]);
    both("done", "done", "done");
    expect(buy().textContent).toBe("Added ✓");
    expect(buy().getAttribute("aria-disabled")).toBe("true");
  });

  it("undoes an add-on whose tick is taken away, and does not tick it again", async () => {
    const { box, update, calls } = await arrange();
    fireEvent.click(box(CASE));
    update({ offers: [view({ id: "case" }, "done", { canUndo: true })] });
    const done = box("Added ✓: Clear case");
    expect(done.checked).toBe(true);
    fireEvent.click(done);
    expect(calls.undo).toHaveBeenCalledOnce();
    update({ offers: [view({ id: "case" })] });
    expect(box(CASE).checked).toBe(false);
  });

  it("leaves out a product that is in the cart, and has nothing to buy until something is ticked", async () => {
    const { box, buy, sum } = await arrange({ view: aViewItem({ inCart: true }) });
    expect(sum()).toBe("Added ✓");
    expect(buy().getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(box(CASE));
    expect(sum()).toBe("Total: €19.90Add 1 item to cart");
  });

  it("announces what became of the product in view", async () => {
    const { queries, update } = await arrange();
    update({ view: aViewItem({ state: "working" }) });
    update({ view: aViewItem({ state: "failed", reason: "refused", message: "Not today." }) });
    expect(queries.getByRole("status").textContent).toBe("Not today.");
  });

  it.each([
    ["nothing is in view", {}],
    ["the product cannot be sold from here", { view: { product: aProduct(), state: "ready" as const, inCart: false } }],
    [
      "nothing of it can be added here",
      { view: aViewItem(), offers: [view({ product: aProduct({ kind: "partner", url: "https://partner.example/" }) })] },
    ],
  ])("is a list where %s", async (_, over) => {
    const { root, rows } = await mountLayout("bundle", { placement: "product", offers: OFFERS, ...over });
    expect(root.querySelector(".sum, input")).toBeNull();
    expect(rows().length).toBe("offers" in over ? 1 : 3);
  });
});
