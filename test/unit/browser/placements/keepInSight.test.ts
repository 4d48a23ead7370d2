import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepInSight } from "../../../../widget/browser/placements/keepInSight.ts";

const boxes = new Map<string, DOMRect>();
const box = (id: string, top: number, height: number) => void boxes.set(id, new DOMRect(0, top, 400, height));
const at = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;

beforeEach(() => {
  document.body.innerHTML = `<header id="header"><nav id="nav"></nav></header><main id="main"><div id="host"><button id="control"></button></div></main><aside id="bar"></aside>`;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return boxes.get(this.id) ?? new DOMRect();
  });
  // The last that is there lies on top.
  document.elementFromPoint = (_, y) =>
    ["bar", "nav", "header", "host"].map(at).find(({ id }) => {
      const area = boxes.get(id);
      return area && area.top <= y && y < area.bottom;
    }) ?? null;
  vi.stubGlobal("innerHeight", 600);
});
afterEach(() => {
  boxes.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function scrolledBy(): number | undefined {
  const scrollBy = vi.fn<(how: ScrollToOptions) => void>();
  vi.stubGlobal("scrollBy", scrollBy);
  keepInSight(at("control"), at("host"));
  return scrollBy.mock.calls[0]?.[0].top;
}

it.each([
  ["leaves the page where nothing covers the control", 300, undefined],
  ["row 128: brings a control out from under the whole header, not only the part that was hit", 60, 60 - 100 - 8],
  ["row 128: brings a control out from behind a bar below, in part", 390, 430 - 400 + 8],
  ["row 128: brings a control out from behind a bar below, as a whole", 450, 490 - 400 + 8],
])("%s", (_, top, distance) => {
  box("host", 0, 600);
  box("header", 0, 100);
  box("nav", 40, 40);
  box("bar", 400, 200);
  box("control", top, 40);
  expect(scrolledBy()).toBe(distance);
});

it("scrolls the drawer that holds it, not the page behind", () => {
  box("host", 0, 600);
  box("bar", 400, 200);
  box("control", 450, 40);
  const main = at("main");
  main.style.overflowY = "auto";
  Object.defineProperties(main, { scrollHeight: { value: 900 }, clientHeight: { value: 500 } });
  const scrollBy = vi.spyOn(main, "scrollBy").mockImplementation(() => {});
  expect(scrolledBy()).toBeUndefined();
  expect(scrollBy).toHaveBeenCalledOnce();
});
