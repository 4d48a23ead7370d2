import { fireEvent } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import { anOffer, aProduct } from "../../../../support/builders.ts";
import { mountLayout, upSell, view } from "../../../../support/mountLayout.ts";

describe("the list", () => {
  it("is a region named by its heading of the asked level", async () => {
    const { queries } = await mountLayout("list", { headingLevel: 4, title: "For your phone" });
    expect(queries.getByRole("heading", { level: 4, name: "For your phone" })).toBeTruthy();
    expect(queries.getByRole("region", { name: "For your phone" })).toBeTruthy();
  });

  it.each([
    ["cart", {}, en.goesWithCart],
    ["drawer", {}, en.goesWithCart],
    ["product", {}, en.goesWith],
    ["product", upSell, en.instead],
  ] as const)("on the %s it says what it holds", async (placement, over, heading) => {
    const { queries } = await mountLayout("list", { placement, offers: [view({ ...over, placement })] });
    expect(queries.getByRole("heading").textContent).toBe(heading);
  });

  it("links the title to the product and tells of it, without preventing the navigation", async () => {
    const { queries, calls } = await mountLayout("list");
    const link = queries.getByRole<HTMLAnchorElement>("link", { name: "Clear case" });
    expect(link.href).toBe(new URL("/p/case", location.href).href);
    let prevented = true;
    link.addEventListener("click", (event) => (prevented = event.defaultPrevented));
    fireEvent.click(link);
    expect(calls.open).toHaveBeenCalledOnce();
    expect(prevented).toBe(false);
  });

  it.each([
    ["another product beside the one in view", view({ ...upSell, placement: "product", for: { product: "phone" } })],
    [
      "an offer without a price",
      (({ price: _, ...offer }) => ({ offer, state: "ready" as const }))(anOffer({ product: aProduct({ title: "Aster 9 Plus" }) })),
    ],
    ["a partner's offer", view({ product: aProduct({ kind: "partner", url: "https://partner.example/", title: "Aster 9 Plus" }) })],
  ])("%s is looked at, not added", async (_, offer) => {
    const { queries, calls } = await mountLayout("list", { offers: [offer] });
    expect(queries.queryByRole("button", { name: /Add|Swap/ })).toBeNull();
    fireEvent.click(queries.getByRole("link", { name: "View: Aster 9 Plus" }));
    expect(calls.open).toHaveBeenCalledOnce();
    expect(calls.accept).not.toHaveBeenCalled();
  });

  it("nothing is chosen where nothing is added", async () => {
    const variants = [
      { id: "w", options: { colour: "White" } },
      { id: "b", options: { colour: "Black" } },
    ];
    const { queries, update } = await mountLayout("list", { offers: [view({ product: aProduct({ variants }) })] });
    expect(queries.getByLabelText(/^Colour/)).toBeTruthy();
    update({ offers: [view({ product: aProduct({ variants, kind: "partner" }) })] });
    expect(queries.queryByRole("combobox")).toBeNull();
  });

  it("a variant of the product in view is chosen on the spot", async () => {
    const { queries, calls } = await mountLayout("list", {
      placement: "product",
      offers: [
        view({
          ...upSell,
          placement: "product",
          product: aProduct({ id: "phone", title: "Aster 9" }),
          for: { product: "phone" },
          variant: "256",
        }),
      ],
    });
    fireEvent.click(queries.getByRole("button", { name: "Choose: Aster 9" }));
    expect(calls.accept).toHaveBeenCalledWith(expect.anything(), "256");
  });

  it("takes a step back where that is possible", async () => {
    const { queries, update, calls } = await mountLayout("list", { offers: [view({}, "done", { canUndo: true })] });
    fireEvent.click(queries.getByRole("button", { name: "Undo: Clear case" }));
    expect(calls.undo).toHaveBeenCalledOnce();
    update({ offers: [view({}, "done")] });
    expect(queries.queryByRole("button", { name: /Undo/ })).toBeNull();
  });
});
