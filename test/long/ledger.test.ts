// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { checkLedger } from "../support/checkLedger.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("row 35: the ledger closes for ten thousand lives of a browser", async () => {
  await expect(checkLedger(10_000)).resolves.toBeUndefined();
});
