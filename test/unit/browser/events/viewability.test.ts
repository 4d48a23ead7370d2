import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Viewability, watchSeen } from "../../../../widget/browser/events/viewability.ts";

interface Sight {
  readonly target: Element;
  readonly intersectionRatio: number;
}

let tell: (entries: readonly Sight[]) => void;
const observed = new Set<Element>();
let watching: Viewability | undefined;
const seen = vi.fn();

class FakeObserver {
  constructor(callback: (entries: readonly Sight[]) => void) {
    tell = callback;
  }
  observe = (element: Element) => void observed.add(element);
  unobserve = (element: Element) => void observed.delete(element);
  disconnect = () => observed.clear();
}

/** A root with one offer, in the window and on top unless said otherwise. */
function aRoot(covered = () => false) {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = '<ul><li data-offer="o1"><a>Case</a></li></ul>';
  document.body.append(host);
  const offer = root.querySelector("li")!;
  offer.getBoundingClientRect = () => ({ left: 0, right: 100, top: 0, bottom: 50 }) as DOMRect;
  root.elementFromPoint = () => (covered() ? host : root.querySelector("a"));
  return { host, root, offer };
}
const watch = () => (watching = watchSeen({ seen }));
const sight = (target: Element, intersectionRatio: number) => tell([{ target, intersectionRatio }]);
const hide = (hidden: boolean) => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IntersectionObserver", FakeObserver);
  seen.mockClear();
});
afterEach(() => {
  watching?.stop();
  observed.clear();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("watchSeen", () => {
  it("tells of an offer that was half in sight for one second, once", () => {
    const { host, root, offer } = aRoot();
    watch().observe(root);
    sight(offer, 0.5);
    vi.advanceTimersByTime(999);
    expect(seen).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(seen).toHaveBeenCalledExactlyOnceWith("o1", host);
    sight(offer, 0);
    sight(offer, 1);
    vi.advanceTimersByTime(5000);
    expect(seen).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["scrolled past", (offer: Element) => (sight(offer, 1), vi.advanceTimersByTime(900), sight(offer, 0.49))],
    ["less than half in sight", (offer: Element) => sight(offer, 0.49)],
    ["in a hidden page", (offer: Element) => (hide(true), sight(offer, 1))],
    ["not displayed", (offer: Element) => ((offer.checkVisibility = () => false), sight(offer, 1))],
    [
      "without height",
      (offer: Element) => ((offer.getBoundingClientRect = () => ({ left: 0, right: 100, top: 0, bottom: 0 }) as DOMRect), sight(offer, 1)),
    ],
  ])("row 52: does not count an offer %s", (_, act) => {
    const { root, offer } = aRoot();
    watch().observe(root);
    act(offer);
    vi.advanceTimersByTime(5000);
    expect(seen).not.toHaveBeenCalled();
  });

  it("row 52: does not count an offer under a dialog until the dialog is gone", () => {
    let isOpen = true;
    const { root, offer } = aRoot(() => isOpen);
    watch().observe(root);
    sight(offer, 1);
    vi.advanceTimersByTime(3000);
    expect(seen).not.toHaveBeenCalled();
    isOpen = false;
    vi.advanceTimersByTime(1000);
    expect(seen).toHaveBeenCalledTimes(1);
  });

  it("does not count an offer that was taken out of its place meanwhile", () => {
    const { root, offer } = aRoot();
    watch().observe(root);
    sight(offer, 1);
    offer.remove();
    root.elementFromPoint = () => offer;
    const elsewhere = document.createElement("div").attachShadow({ mode: "open" });
    elsewhere.append(offer);
    elsewhere.elementFromPoint = () => offer;
    vi.advanceTimersByTime(5000);
    expect(seen).not.toHaveBeenCalled();
  });

  it("row 51: starts the second anew when the page comes to the front", () => {
    const { root, offer } = aRoot();
    watch().observe(root);
    sight(offer, 1);
    vi.advanceTimersByTime(900);
    hide(true);
    hide(false);
    vi.advanceTimersByTime(900);
    expect(seen).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(seen).toHaveBeenCalledTimes(1);
  });

  it("watches what a later rendering brings", async () => {
    const { root } = aRoot();
    watch().observe(root);
    root.innerHTML = '<p data-offer="o2"></p>';
    await vi.waitFor(() => expect([...observed].map((element) => element.getAttribute("data-offer"))).toContain("o2"));
  });

  it("stops one root, or all", () => {
    const [one, other] = [aRoot(), aRoot()];
    const stop = watch().observe(one.root);
    watching!.observe(other.root);
    sight(one.offer, 1);
    stop();
    stop();
    expect(observed).toEqual(new Set([other.offer]));
    sight(other.offer, 1);
    watching!.stop();
    vi.advanceTimersByTime(5000);
    expect(seen).not.toHaveBeenCalled();
    expect(observed.size).toBe(0);
  });

  it("row 58: does nothing in a browser without the observer", () => {
    vi.stubGlobal("IntersectionObserver", undefined);
    const watching = watch();
    watching.observe(aRoot().root)();
    watching.stop();
    expect(seen).not.toHaveBeenCalled();
  });
});
