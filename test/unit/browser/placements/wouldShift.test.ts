import { afterEach, expect, it, vi } from "vitest";
import { wouldShift } from "../../../../widget/browser/placements/wouldShift.ts";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A page whose element `other` has the boxes `[before, after]`, as `[left, top, width, height]`; every other box is empty. */
function change(html: string, before: readonly number[], after: readonly number[]) {
  document.body.innerHTML = html;
  const ours = document.createElement("goes-with-offers");
  let changed = false;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const [left, top, width, height] = this.id === "other" ? (changed ? after : before) : [];
    return new DOMRect(left, top, width, height);
  });
  return wouldShift(document.querySelector("#here")!, ours, () => {
    document.querySelector("#here")!.append(ours);
    changed = true;
  });
}

const BESIDE = `<main><div id="here"></div><div id="other"></div></main>`;
const BOX = [0, 100, 300, 50];

it.each([
  ["stands still", BOX, BOX, false],
  ["grows", BOX, [0, 100, 300, 90], false],
  ["moves by what nobody sees", BOX, [0, 100.6, 300, 50], false],
  ["moves down", BOX, [0, 180, 300, 50], true],
  ["moves aside", BOX, [40, 100, 300, 50], true],
  ["becomes narrower", BOX, [0, 100, 200, 50], true],
  ["moves where nobody looks", [0, 5000, 300, 50], [0, 5080, 300, 50], false],
  ["moves out of sight", BOX, [0, 5000, 300, 50], true],
  ["moves into sight", [0, 5000, 300, 50], BOX, true],
  ["is not drawn", [0, 100, 0, 0], [0, 180, 0, 0], false],
])("something beside that %s", (_, before, after, shifts) => {
  expect(change(BESIDE, before, after)).toBe(shifts);
});

it.each([
  ["inside the same element", `<div id="here"><div id="other"></div></div>`],
  ["beside an element further up", `<main><div><div id="here"></div></div></main><div id="other"></div>`],
])("sees what moves %s", (_, html) => {
  expect(change(html, BOX, [0, 180, 300, 50])).toBe(true);
});

it("does not count what is ours", () => {
  document.body.innerHTML = `<div id="here"><goes-with-offers></goes-with-offers></div>`;
  const ours = document.querySelector("goes-with-offers")!;
  let top = 0;
  vi.spyOn(ours, "getBoundingClientRect").mockImplementation(() => new DOMRect(0, (top += 50), 300, 50));
  expect(wouldShift(document.querySelector("#here")!, ours, () => undefined)).toBe(false);
});
