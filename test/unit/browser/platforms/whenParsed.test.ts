import { expect, test, vi } from "vitest";
import { whenParsed } from "../../../../widget/browser/platforms/whenParsed.ts";

test.each(["interactive", "complete"] as const)("does not wait for a page that is %s", async (state) => {
  vi.spyOn(document, "readyState", "get").mockReturnValue(state);
  await expect(whenParsed()).resolves.toBeUndefined();
  vi.restoreAllMocks();
});

test("waits for a page that is on its way until its markup is there", async () => {
  vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
  const parsed = vi.fn();
  const waiting = whenParsed().then(parsed);
  await Promise.resolve();
  expect(parsed).not.toHaveBeenCalled();
  document.dispatchEvent(new Event("DOMContentLoaded"));
  await waiting;
  expect(parsed).toHaveBeenCalledOnce();
  vi.restoreAllMocks();
});
