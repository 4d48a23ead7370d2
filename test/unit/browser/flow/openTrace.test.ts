import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openTrace } from "../../../../widget/browser/flow/openTrace.ts";
import type { Stage } from "../../../../widget/browser/flow/stage.ts";
import { guarded } from "../../../../widget/browser/lib/guard.ts";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";
import { createModel } from "../../../../widget/browser/model/createModel.ts";
import { aManifest } from "../../../support/aManifest.ts";
import { fakePlatform } from "../../../support/fakePlatform.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 5, 30) }));
afterEach(() => {
  vi.useRealTimers();
  guarded.debug = false;
});

/** What the panel says of a model of this date, under this configuration. */
async function panelOf(config: object, build: string | undefined): Promise<string> {
  const asked: string[] = [];
  const get = async (file: string) => (asked.push(file), aManifest({ date: "2026-05-20" }));
  const model = { ...createModel({ address: "/m", get }), build: () => build };
  const stage = { trace: true, platform: fakePlatform(), config: readConfig(config)[0], world: { model } };
  const trace = openTrace(stage as unknown as Stage, () => ["cart"]);
  const panel = () => document.querySelector("goes-with-trace")?.shadowRoot?.textContent ?? "";
  await vi.waitFor(() => expect(panel()).toContain("Anchors found: cart"));
  const said = panel();
  trace.stop();
  await vi.waitFor(() => expect(document.querySelector("goes-with-trace")).toBeNull());
  expect(asked).toEqual(build === undefined ? [] : ["/m/manifest.json"]);
  return said;
}

it("says of which day the model is, and that it is older than the merchant allows", async () => {
  const said = await panelOf({ maxAge: 40 }, "b");
  expect(said).toContain("model b of 2026-05-20");
  expect(said).toContain("the model is 41 days old, more than maxAge, 40: train it anew.");
});

it("says nothing of the age of a model that is young enough", async () => {
  expect(await panelOf({ maxAge: 41 }, "b")).not.toContain("days old");
});

it("goes by 30 days where the configuration does not say, or says nonsense", async () => {
  expect(await panelOf({}, "b")).toContain("more than maxAge, 30");
  expect(await panelOf({ maxAge: "long" }, "b")).toContain("more than maxAge, 30");
});

it("reads no model that the page has not read", async () => {
  expect(await panelOf({}, undefined)).toContain("model not read");
});
