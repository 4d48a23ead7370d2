import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchPage } from "../../../../widget/browser/placements/watchPage.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const put = (name: string) => document.body.appendChild(document.createElement(name));
const pass = () => vi.advanceTimersByTimeAsync(1000);

it("looks at every change at once, and calmly at all changes of a while together", async () => {
  const [soon, calm] = [vi.fn(), vi.fn()];
  const stop = watchPage(soon, calm);
  put("p");
  put("p");
  await pass();
  expect(soon).toHaveBeenCalled();
  expect(calm).toHaveBeenCalledOnce();
  stop();
  put("p");
  await pass();
  expect(calm).toHaveBeenCalledOnce();
});

it("takes a host of ours that was tried out and taken back for no reason to look again", async () => {
  const [soon, calm] = [vi.fn(), vi.fn()];
  const stop = watchPage(soon, calm);
  put("goes-with-offers").remove();
  await pass();
  expect(soon).toHaveBeenCalled();
  expect(calm).not.toHaveBeenCalled();
  stop();
});
