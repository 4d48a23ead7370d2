import { type ComponentChildren, render } from "preact";
import { describe, expect, it, vi } from "vitest";
import { Button } from "../../../../widget/browser/ui/Button.tsx";
import { Fragment, jsx, type View } from "../../../../widget/browser/ui/jsxRuntime.ts";
import { toVNode } from "../../../../widget/browser/ui/later/toVNode.ts";
import { OfferRow } from "../../../../widget/browser/ui/OfferRow.tsx";
import { paint } from "../../../../widget/browser/ui/paint.ts";
import type { ViewProps } from "../../../../widget/browser/ui/PartProps.ts";
import { en } from "../../../../widget/browser/ui/texts/en.ts";
import { formatMoney } from "../../../../widget/browser/lib/money.ts";
import type { Offer } from "../../../../widget/types/offer.ts";
import { anOffer, aProduct, euro } from "../../../support/builders.ts";
import { upSell } from "../../../support/mountLayout.ts";

const painted = (child: ComponentChildren) => {
  const parent = document.createElement("div");
  paint(child, parent);
  return parent;
};
/** The nodes as Preact draws them. */
const rendered = (child: ComponentChildren) => {
  const parent = document.createElement("div");
  render(toVNode(child), parent);
  return parent;
};
const props = { texts: en, money: (sum) => formatMoney(sum, "en") } as ViewProps;
const row = (over: Partial<Offer> = {}, more = {}) =>
  jsx(OfferRow as View, { view: { offer: anOffer(over), state: "ready" }, props, ...more });
const variants = [
  { id: "w", options: { colour: "White" } },
  { id: "b", options: { colour: "Black" }, price: euro(25) },
  { id: "s", options: { colour: "Sand" }, available: false },
];

describe("paint", () => {
  it.each<readonly [string, ComponentChildren]>([
    ["an offer", row()],
    ["an up-sell with every difference", row(upSell, { full: true })],
    ["a picture", row({ product: aProduct({ image: "/case.jpg" }) })],
    ["a choice", row({ product: aProduct({ variants }) })],
    ["attributes", jsx("p", { class: "a", tabIndex: -1, "aria-label": undefined, "aria-disabled": false, "data-on": true, title: "" })],
    ["properties", jsx("input", { type: "checkbox", checked: true, required: true, disabled: false })],
    ["texts and nothing", jsx("p", { children: ["a", null, true, false, "", undefined, jsx("b", { children: "c" })] })],
    ["lists in lists", [[jsx("i", { children: "a" })], [["b"], jsx("i", { children: "c" })]]],
  ])("draws %s as Preact does", (_, child) => {
    const [ours, theirs] = [painted(child), rendered(child)];
    expect(ours.querySelector("*")).not.toBeNull();
    // Texts beside each other stay apart, too.
    expect(ours.isEqualNode(theirs)).toBe(true);
    const states = (parent: Element) =>
      [...parent.querySelectorAll<HTMLInputElement>("input,select,option")].map(({ checked, disabled, required, value }) => [
        checked,
        disabled,
        required,
        value,
      ]);
    expect(states(ours)).toEqual(states(theirs));
  });

  it("hears events, and what a listener throws goes no further", () => {
    const press = vi.fn(() => {
      throw new Error("the shop's own code");
    });
    const button = painted(jsx(Button as View, { text: "a", name: "a", press })).querySelector("button")!;
    expect(() => button.click()).not.toThrow();
    expect(press).toHaveBeenCalledOnce();
  });

  it("draws no element of what a file or an answer holds", () => {
    const injected = JSON.parse(`{"type":"script","props":{"src":"//evil.example"},"constructor":null}`) as ComponentChildren;
    const fine = JSON.parse(`{"type":"b","props":{},"key":null}`) as ComponentChildren;
    const child = jsx("p", { children: [injected, fine, "text"] });
    for (const parent of [painted(child), rendered(child)]) expect(parent.innerHTML).toBe("<p>text</p>");
  });
});

it("keeps the key of a component for the element it draws", () => {
  const Item = ({ name }: { readonly name: string }) => jsx(Fragment as View, { children: jsx("li", { children: name }) });
  const list = (...names: readonly string[]) => jsx("ul", { children: names.map((name) => jsx(Item as View, { name }, name)) });
  const parent = document.createElement("div");
  render(toVNode(list("a", "b")), parent);
  const [a, b] = parent.querySelectorAll("li");
  render(toVNode(list("b", "a")), parent);
  expect([...parent.querySelectorAll("li")]).toEqual([b, a]);
});
