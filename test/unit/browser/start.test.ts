import { afterEach, expect, test, vi } from "vitest";
import { start } from "../../../widget/browser/start.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.removeAttribute("data-goeswith-step");
  document.body.innerHTML = "";
});

test.each([
  ["whose step has to be guessed, beside the code that guesses", undefined, ["/model/manifest.json"]],
  ["that tells all, not before there is something to offer for", "product", []],
])("the model's manifest is asked for on a page %s", async (_, step, asked) => {
  const fetch = vi.fn(async (_address: string) => new Response("{}", { status: 404 }));
  vi.stubGlobal("fetch", fetch);
  document.body.innerHTML = `<goes-with placement="drawer"></goes-with>`;
  if (step) document.body.dataset.goeswithStep = step;
  const context = vi.fn(() => ({ locale: "en" }));
  const anchors = vi.fn(() => []);
  const platform = Object.defineProperty({ context }, "anchors", { get: anchors, enumerable: true });
  const { stop } = start({ config: { model: "/model/" }, platform });
  await vi.waitFor(() => expect(anchors).toHaveBeenCalled());
  expect(fetch.mock.calls.map(([address]) => address)).toEqual(asked);
  stop();
});
