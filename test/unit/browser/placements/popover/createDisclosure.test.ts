import { fireEvent } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import type { LayoutProps } from "../../../../../widget/types/layout.ts";
import { aProduct } from "../../../../support/builders.ts";
import { aMisfit, layoutProps, mountLayout, upSell, view } from "../../../../support/mountLayout.ts";

/** What it is drawn with is loaded first. */
const PATIENT = { timeout: 4000 };

type Mounted = Awaited<ReturnType<typeof mountLayout>>;

const openerOf = (row: Element) => row.querySelector<HTMLElement>(".why")!;
const panelOf = ({ root }: Mounted) => root.querySelector<HTMLElement>(".panel");

async function openFirst(layout: string, over: Partial<LayoutProps> = {}) {
  const mounted = await mountLayout(layout, over);
  const opener = openerOf(mounted.rows()[0]!);
  opener.focus();
  fireEvent.click(opener);
  await vi.waitFor(() => expect(panelOf(mounted)).not.toBeNull(), PATIENT);
  return { ...mounted, opener, panel: panelOf(mounted)!, isClosed: () => panelOf(mounted) === null };
}

const onNarrowScreen = () =>
  vi
    .spyOn(window, "matchMedia")
    .mockImplementation((query) => Object.assign(new EventTarget(), { matches: false, media: query }) as MediaQueryList);

describe("a reason", () => {
  it("is a button of its own words, and says so in its name", async () => {
    const { queries } = await mountLayout("list", { offers: [view({ because: [{ kind: "rule", text: "Keeps it whole" }] })] });
    const opener = queries.getByRole("button", { name: "Why this? Clear case: Keeps it whole" });
    expect(opener.textContent).toBe("Keeps it whole");
    expect(opener.getAttribute("aria-expanded")).toBe("false");
  });

  it("that is missing opens nothing, and neither does what went wrong", async () => {
    const offers = [
      view({ id: "a", because: [], product: aProduct({ kind: "partner", by: "Kestrel" }) }),
      view({ id: "b" }, "failed", { reason: "network" }),
    ];
    const { root } = await mountLayout("list", { offers });
    expect(root.querySelector("[aria-expanded]")).toBeNull();
    expect(root.textContent).toContain(en.offline);
  });

  it("opens every reason, more than its line holds", async () => {
    const because = [
      { kind: "catalogue" },
      { kind: "together", share: 0.25 },
      { kind: "rule", text: "Keeps it whole" },
      { kind: "rating", value: 4.6, count: 1 },
    ] as const;
    const { panel, opener } = await openFirst("list", { offers: [view({ because })] });
    expect(panel.getAttribute("role")).toBe("dialog");
    expect([...panel.querySelectorAll("p")].map((line) => line.textContent)).toEqual([
      en.why,
      en.catalogue,
      "About 25% of the orders with Aster 9 had it too.",
      "Keeps it whole",
      "4.6 of 5 from 1 review",
      en.unpaid,
    ]);
    expect(opener.getAttribute("aria-expanded")).toBe("true");
  });

  it("of a partner's offer tells who pays", async () => {
    const { panel } = await openFirst("list", { offers: [view({ product: aProduct({ kind: "partner", by: "Kestrel" }) })] });
    expect(panel.textContent).toContain("Paid partner: Kestrel");
    expect(panel.textContent).not.toContain(en.unpaid);
  });
});

describe("what is open", () => {
  it("has the focus and gives it back to its opener by Escape, which the page does not hear", async () => {
    const heard = vi.fn();
    document.addEventListener("keydown", heard, { once: true });
    const { root, opener, panel, isClosed } = await openFirst("list");
    expect(root.activeElement).toBe(panel);
    expect(fireEvent.keyDown(panel, { key: "Escape", composed: true, cancelable: true })).toBe(false);
    expect(isClosed()).toBe(true);
    expect(root.activeElement).toBe(opener);
    expect(heard).not.toHaveBeenCalled();
  });

  it("leaves Escape to the page where the focus is elsewhere, and once it is closed", async () => {
    const { panel, opener, isClosed } = await openFirst("list");
    expect(fireEvent.keyDown(document.body, { key: "Escape", cancelable: true })).toBe(true);
    expect(isClosed()).toBe(false);
    fireEvent.keyDown(panel, { key: "Escape", composed: true });
    expect(fireEvent.keyDown(opener, { key: "Escape", composed: true, cancelable: true })).toBe(true);
  });

  it("closes by its button, by its opener, and by a press outside", async () => {
    const { queries, opener, root, isClosed } = await openFirst("list");
    fireEvent.click(queries.getByRole("button", { name: en.close }));
    expect(isClosed()).toBe(true);
    expect(root.activeElement).toBe(opener);
    fireEvent.click(opener);
    expect(isClosed()).toBe(false);
    fireEvent.pointerDown(opener, { composed: true });
    expect(isClosed()).toBe(false);
    fireEvent.click(opener);
    expect(isClosed()).toBe(true);
    fireEvent.click(opener);
    fireEvent.pointerDown(document.body);
    expect(isClosed()).toBe(true);
  });

  it("hears only the first press of a double click", async () => {
    const { opener, isClosed } = await openFirst("list");
    fireEvent.click(opener, { detail: 2 });
    expect(isClosed()).toBe(false);
  });

  it("closes when the focus moves on", async () => {
    const { panel, opener, rows, isClosed } = await openFirst("list");
    fireEvent.focusOut(panel, { relatedTarget: opener });
    expect(isClosed()).toBe(false);
    fireEvent.focusOut(panel, { relatedTarget: rows()[0]!.querySelector(".button") });
    expect(isClosed()).toBe(true);
  });

  it("is the only one, in all lists", async () => {
    const one = await openFirst("list", { offers: [view({ id: "a" }), view({ id: "b" })] });
    fireEvent.click(openerOf(one.rowOf("b")));
    expect(one.root.querySelectorAll(".panel")).toHaveLength(1);
    expect(one.rowOf("b").querySelector(".panel")).not.toBeNull();
    const other = await openFirst("bump");
    expect(one.isClosed()).toBe(true);
    expect(other.isClosed()).toBe(false);
  });

  it("goes with its offer, gives the focus to what is left, and does not come back by itself", async () => {
    const { root, panel, update, isClosed } = await openFirst("list", { offers: [view()] });
    expect(root.activeElement).toBe(panel);
    update({ offers: [view({}, "declined")] });
    expect(isClosed()).toBe(true);
    expect(root.activeElement?.textContent).toContain(en.whyNot);
    update({ offers: [view()] });
    expect(isClosed()).toBe(true);
  });

  it("follows its offer", async () => {
    const { update, panel, root } = await openFirst("list", { offers: [view({ because: [{ kind: "rule", text: "Old" }] })] });
    update({ offers: [view({ because: [{ kind: "rule", text: "New" }] })], misfits: [aMisfit()] });
    expect(root.querySelector(".panel")).toBe(panel);
    expect(panel.textContent).toContain("New");
    expect(root.activeElement).toBe(panel);
  });
});

describe("on a narrow screen", () => {
  it("what is open stands in the flow, leaves the focus, and closes by its opener and by Escape", async () => {
    onNarrowScreen();
    const { root, panel, opener, isClosed } = await openFirst("list");
    expect(panel.getAttribute("role")).toBeNull();
    expect(opener.closest("p")!.nextElementSibling).toBe(panel);
    expect(root.activeElement).toBe(opener);
    fireEvent.pointerDown(document.body);
    expect(isClosed()).toBe(false);
    fireEvent.keyDown(opener, { key: "Escape", composed: true });
    expect(isClosed()).toBe(true);
    fireEvent.click(opener);
    expect(isClosed()).toBe(false);
    fireEvent.click(opener);
    expect(isClosed()).toBe(true);
    vi.restoreAllMocks();
  });
});

describe("the comparison", () => {
  it("says what is better and what is worse alike, in words, and what it costs more", async () => {
    const because = [
      {
        kind: "better",
        differences: [
          { attribute: "screen", from: "6.1 in", to: "6.7 in", better: true },
          { attribute: "weight", from: "174 g", to: "203 g", better: false },
          { attribute: "colour", to: "Sand" },
        ],
      },
    ] as const;
    const { panel, queries } = await openFirst("swap", { offers: [view({ ...upSell, because })] });
    expect(queries.getByRole("dialog", { name: en.compare })).toBe(panel);
    const rows = [...panel.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
    expect(rows).toEqual([
      ["", "Aster 9", "Aster 9 Plus"],
      ["Screen", "6.1 in", "6.7 in+ better"],
      ["Weight", "174 g", "203 g− worse"],
      ["Colour", "–", "Sand"],
      ["+ €40.00", "€499.00", "€539.00"],
    ]);
    expect(panel.textContent).toContain(en.unpaid);
  });

  it("without a price has no row for it", async () => {
    const { price: _, priceDifference: __, ...unpriced } = view(upSell).offer;
    const { panel } = await openFirst("swap", { offers: [{ offer: unpriced, state: "ready" }] });
    expect(panel.querySelector("tfoot")).toBeNull();
    expect(panel.querySelectorAll("tbody tr")).toHaveLength(2);
  });

  it("of one difference is its line alone, which opens the evidence", async () => {
    const because = [{ kind: "better", differences: [{ attribute: "screen", to: "6.7 in", better: true }] }] as const;
    const { opener, queries } = await openFirst("swap", { offers: [view({ ...upSell, because })] });
    expect(queries.queryByRole("button", { name: /^Compare/ })).toBeNull();
    expect(opener.textContent).toContain("Screen 6.7 in");
    expect(queries.getByRole("dialog", { name: en.why }).querySelector("table")).not.toBeNull();
  });

  it("opens also when it was pressed before anything of it was there", async () => {
    vi.resetModules();
    const { layouts } = await import("../../../../../widget/browser/placements/layouts/index.ts");
    const layout = await layouts.get("swap")!();
    const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    const { stop } = layout.mount(root, layoutProps({ offers: [view(upSell)] }).props);
    const opener = root.querySelector<HTMLElement>(".why")!;
    expect(layout.complete()).toBeInstanceOf(Promise);
    fireEvent.click(opener);
    await vi.waitFor(() => expect(root.querySelector("[role=dialog] table")).not.toBeNull(), PATIENT);
    expect(root.querySelector("[aria-expanded=true]")).toBe(opener);
    stop();
  });

  it("stays within reach after a failure", async () => {
    const { opener, rows } = await openFirst("swap", { offers: [view(upSell, "failed", { reason: "network" })] });
    expect(rows()[0]!.textContent).toContain(en.offline);
    expect(opener.textContent).toBe(en.compare);
  });
});

describe("a list of variants too narrow for their names", () => {
  const product = aProduct({
    variants: [
      { id: "w", options: { Colour: "White" } },
      { id: "b", options: { Colour: "Black" } },
      { id: "s", options: { Colour: "Sand" }, available: false },
    ],
  });
  const press = (select: HTMLElement) => fireEvent.mouseDown(select, { cancelable: true });
  const openList = async () => {
    const mounted = await mountLayout("list", { offers: [view({ product })] });
    const select = mounted.root.querySelector("select")!;
    expect(press(select)).toBe(false);
    await vi.waitFor(() => expect(panelOf(mounted)).not.toBeNull(), PATIENT);
    const radio = (value: string) => mounted.root.querySelector<HTMLInputElement>(`input[value=${value}]`)!;
    return { ...mounted, select, radio, isClosed: () => panelOf(mounted) === null };
  };

  it("opens them as radio buttons; picking one chooses it in the list", async () => {
    const { root, select, radio, isClosed } = await openList();
    expect(root.activeElement).toBe(radio("w"));
    const heard = vi.fn();
    select.addEventListener("change", heard);
    expect(radio("s").disabled).toBe(true);
    expect(radio("s").closest("label")!.textContent).toContain(en.soldOut);
    fireEvent.click(radio("b"), { detail: 1 });
    expect(isClosed()).toBe(true);
    expect(select.value).toBe("b");
    expect(heard).toHaveBeenCalledOnce();
    expect(root.activeElement).toBe(select);
  });

  it("stays open while the arrow keys go over them", async () => {
    const { select, radio, isClosed } = await openList();
    fireEvent.click(radio("w"), { detail: 0 });
    expect(select.value).toBe("w");
    expect(isClosed()).toBe(false);
  });

  it("closes by a second press", async () => {
    const { select, isClosed } = await openList();
    press(select);
    expect(isClosed()).toBe(true);
  });

  it("is the browser's own where the screen is narrow, and where it has room for the names", async () => {
    const { root } = await mountLayout("list", { offers: [view({ product })] });
    const select = root.querySelector("select")!;
    vi.spyOn(select, "clientWidth", "get").mockReturnValue(400);
    expect(press(select)).toBe(true);
    vi.restoreAllMocks();
    onNarrowScreen();
    const narrow = await mountLayout("list", { offers: [view({ product })] });
    expect(press(narrow.root.querySelector("select")!)).toBe(true);
    vi.restoreAllMocks();
  });
});
