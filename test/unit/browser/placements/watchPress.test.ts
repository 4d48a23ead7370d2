import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchPress } from "../../../../widget/browser/placements/watchPress.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => vi.useRealTimers());

const fire = (event: Event) => document.body.dispatchEvent(event);
const watched = () => {
  const chance = vi.fn();
  return { chance, ...watchPress(chance) };
};

describe("watchPress", () => {
  it("before the first press none is recent", () => {
    const { recent, stop } = watched();
    expect(recent()).toBe(false);
    stop();
  });

  it.each([
    ["a pointer", new Event("pointerdown", { bubbles: true }), true],
    ["Enter", new KeyboardEvent("keydown", { key: "Enter", bubbles: true }), true],
    ["a letter that is typed", new KeyboardEvent("keydown", { key: "a", bubbles: true }), false],
  ])("%s makes it recent for half a second: %s", (_, event, counts) => {
    const { recent, stop } = watched();
    fire(event);
    vi.advanceTimersByTime(499);
    expect(recent()).toBe(counts);
    vi.advanceTimersByTime(1);
    expect(recent()).toBe(false);
    stop();
  });

  it("gives a chance after a click, once the page's own handlers have run", () => {
    const { chance, stop } = watched();
    fire(new MouseEvent("click", { bubbles: true }));
    expect(chance).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(chance).toHaveBeenCalledOnce();
    stop();
  });

  it("gives one chance when scrolling rests", () => {
    const { chance, stop } = watched();
    for (let at = 0; at < 5; at++) {
      fire(new Event("scroll"));
      vi.advanceTimersByTime(150);
    }
    expect(chance).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50);
    expect(chance).toHaveBeenCalledOnce();
    stop();
  });

  it("hears nothing after stop", () => {
    const { chance, recent, stop } = watched();
    fire(new MouseEvent("click", { bubbles: true }));
    stop();
    stop();
    fire(new Event("pointerdown", { bubbles: true }));
    fire(new MouseEvent("click", { bubbles: true }));
    vi.runAllTimers();
    expect(chance).not.toHaveBeenCalled();
    expect(recent()).toBe(false);
  });
});
