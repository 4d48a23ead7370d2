import { afterEach, expect, it, vi } from "vitest";
import { checkLedger } from "../../../support/checkLedger.ts";

afterEach(() => {
  vi.useRealTimers();
});

// Ten thousand are played by the long run.
it(
  "rows 21, 22 and 35: over tabs that come and go the ledger closes: made = stored + dropped by reason + pending",
  { timeout: 60_000 },
  async () => {
    await expect(checkLedger(300)).resolves.toBeUndefined();
  },
);
