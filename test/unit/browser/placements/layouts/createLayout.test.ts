import { fireEvent } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { OwnLayout } from "../../../../../widget/browser/placements/layouts/createLayout.ts";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import type { LayoutProps } from "../../../../../widget/types/layout.ts";
import { aProduct } from "../../../../support/builders.ts";
import { accepterOf, aMisfit, layoutProps, view } from "../../../../support/mountLayout.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.body.replaceChildren();
});

/** A layout whose later parts are not there yet, just painted. */
async function paintLayout(name: "list" | "bump", over: Partial<LayoutProps> = {}) {
  vi.resetModules();
  const { layouts } = await import("../../../../../widget/browser/placements/layouts/index.ts");
  const layout: OwnLayout = await layouts.get(name)!();
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const { props, calls } = layoutProps(over);
  await layout.prepare(props.offers);
  const handle = layout.mount(root, props);
  stops.push(handle.stop);
  const update = (next: Partial<LayoutProps>) => handle.update({ ...props, ...next });
  const isTakenOver = () => expect(root.querySelector("[role=status]")).not.toBeNull();
  return { root, handle, layout, calls, update, takenOver: () => vi.waitFor(isTakenOver) };
}

const variants = [
  { id: "w", options: { Colour: "White" } },
  { id: "b", options: { Colour: "Black" } },
];
const elements = (root: ShadowRoot) => [...root.querySelectorAll("section, section :not(.why)")];

describe("a painted layout", () => {
  it("stands at once, without the later parts", async () => {
    const { root, layout } = await paintLayout("list");
    expect(root.querySelectorAll("[data-offer]")).toHaveLength(1);
    expect(root.querySelector("[role=status]")).toBeNull();
    expect(layout.complete()).toBeInstanceOf(Promise);
  });

  it.each(["list", "bump"] as const)("keeps every element, the focus and the choice of the %s when it is taken over", async (name) => {
    const product = aProduct({ variants, image: "/case.jpg" });
    const { root, takenOver, update } = await paintLayout(name, { offers: [view({ product })] });
    const before = elements(root);
    const select = root.querySelector("select")!;
    const focused = accepterOf(root.querySelector("[data-offer]")!);
    focused.focus();
    fireEvent.change(select, { target: { value: "b" } });
    await takenOver();
    expect(elements(root)).toEqual(before);
    expect(root.activeElement).toBe(focused);
    expect(select.value).toBe("b");
    update({ offers: [view({ product }, "working")] });
    expect(root.querySelector("select")).toBe(select);
    expect(root.activeElement).toBe(focused);
    expect(select.value).toBe("b");
  });

  it("a box ticked before stays ticked", async () => {
    const { root, takenOver } = await paintLayout("bump");
    const box = root.querySelector("input")!;
    fireEvent.click(box);
    await takenOver();
    expect(box.checked).toBe(true);
  });

  it("hears each press once, before and after", async () => {
    const { root, calls, takenOver } = await paintLayout("list", { offers: [view({ product: aProduct({ image: "/case.jpg" }) })] });
    const press = () => fireEvent.click(accepterOf(root.querySelector("[data-offer]")!));
    press();
    expect(calls.accept).toHaveBeenCalledTimes(1);
    await takenOver();
    press();
    expect(calls.accept).toHaveBeenCalledTimes(2);
    const picture = root.querySelector("img")!;
    fireEvent.error(picture);
    expect(picture.style.visibility).toBe("hidden");
  });

  it("draws the last of several early updates once the later parts are there", async () => {
    const { root, update } = await paintLayout("list");
    const row = root.querySelector("[data-offer]");
    update({ offers: [view({}, "working")] });
    update({ offers: [view({}, "declined")] });
    expect(root.textContent).not.toContain(en.whyNot);
    await vi.waitFor(() => expect(root.textContent).toContain(en.whyNot));
    expect(root.querySelector("[data-offer]")).toBe(row);
  });

  it("goes back to what it was first given", async () => {
    const { root, handle, update, takenOver } = await paintLayout("list");
    await takenOver();
    update({ offers: [view({ id: "other" })] });
    update({});
    expect(root.querySelector("[data-offer]")?.getAttribute("data-offer")).toBe(view().offer.id);
    handle.stop();
  });

  it("gets what only the later parts draw as soon as they are there", async () => {
    const { root } = await paintLayout("list", { offers: [view({}, "thanked"), view({ id: "b" }, "working")], misfits: [aMisfit()] });
    await vi.waitFor(() => expect(root.querySelectorAll("[data-misfit]")).toHaveLength(1));
    expect(root.textContent).toContain(en.thanks);
    expect(root.querySelector(".accept")?.getAttribute("aria-label")).toContain(en.working);
  });

  it("stopped before, it stays empty", async () => {
    const { root, handle, layout, update } = await paintLayout("list");
    update({ offers: [view({ id: "late" })] });
    handle.stop();
    await layout.complete();
    await Promise.resolve();
    expect(root.childNodes).toHaveLength(0);
  });

  it("row 81: one that throws when painted stays empty, also when it would be drawn again", async () => {
    const { root, layout, update } = await paintLayout("list", {
      money: () => {
        throw new Error("no money");
      },
    });
    expect(root.childNodes).toHaveLength(0);
    await layout.complete();
    update({ money: () => "1" });
    expect(root.childNodes).toHaveLength(0);
  });
});
