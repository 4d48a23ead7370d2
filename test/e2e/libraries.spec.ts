import { oldLibraries, test } from "../support/hostPage.ts";
import { walkJourney } from "../support/walkJourney.ts";

/** The whole journey on pages whose language was changed by what the shop loaded before us. */
for (const [row, name] of [
  ["row 55", "prototype.js 1.6"],
  ["row 56", "MooTools 1.2"],
] as const) {
  test.describe(name, () => {
    test.use({ hostile: oldLibraries[name]() });
    test(`${row}: the journey ends in the report with ${name} loaded before us @firefox-long`, async ({ page, host }) => {
      await walkJourney(page, { leaving: host.expectIntact });
    });
  });
}

test("rows 104 and 105: the journey breaks no strict policy and needs no Trusted Types", async ({ page, host }) => {
  await walkJourney(page, { search: "&csp=strict", leaving: host.expectIntact });
});
