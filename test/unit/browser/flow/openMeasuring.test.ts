import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Offer } from "../../../../widget/types/offer.ts";
import type { SwitchFile } from "../../../../widget/types/lift.ts";
import type { Measuring } from "../../../../widget/browser/flow/measuring.ts";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";
import { said } from "../../../../widget/browser/lib/say.ts";
import { openMeasuring } from "../../../../widget/browser/flow/openMeasuring.ts";

const OFFERS = [{ product: { id: "case" } }] as unknown as readonly Offer[];
const URL = "https://collector.test/v1/events";

const asked = vi.fn<(address: string, how: RequestInit) => Promise<Response>>();
const dated = (ago: number) => ({ headers: { date: new Date(Date.now() - ago).toUTCString() } });
const says = (file: unknown) => asked.mockImplementation(async () => new Response(JSON.stringify(file), dated(0)));
const ON: SwitchFile = { offers: "on", holdout: 1 };

let measuring: Measuring | undefined;
interface Page {
  readonly holdout: unknown;
  readonly url?: string;
  readonly consent?: string;
}
function aPage({ holdout, url = URL, consent = "not-needed" }: Page): Measuring {
  const [config] = readConfig({ experiment: { holdout }, report: { url }, consent });
  return (measuring = openMeasuring({ config, asked: { listeners: new Set() }, world: {} } as unknown as Parameters<
    typeof openMeasuring
  >[0]));
}
const eligible = ({ recorder }: Measuring) => recorder.leave().map(({ type, arm }) => `${type} ${arm}`);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", asked.mockReset());
});
afterEach(() => {
  measuring?.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

describe("the switch file", () => {
  it("is not asked for where nobody is held out, nor where events go to no collector", async () => {
    expect(await aPage({ holdout: 0 }).allow(OFFERS)).toBe(OFFERS);
    measuring?.stop();
    expect(await aPage({ holdout: 0.000001, url: "https://other.test/log" }).allow(OFFERS)).toBe(OFFERS);
    measuring?.refresh();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).not.toHaveBeenCalled();
  });

  it("is read without cookies, from the browser's cache, and asked for anew once that is out of date", async () => {
    says(ON);
    const { allow, refresh } = aPage({ holdout: "auto" });
    await allow(OFFERS);
    refresh();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.mock.calls).toEqual(
      ["force-cache", "default"].map((cache) => ["https://collector.test/v1/switch.json", { cache, credentials: "omit" }]),
    );
  });

  it.each([
    ["older than a day", 25 * 3_600_000, "offers"],
    ["of today", 23 * 3_600_000, "holdout"],
  ])("draws nobody by what the browser's cache has, where it is older than a day: %s", async (_, ago, arm) => {
    asked.mockImplementation(async (_address, { cache }) =>
      cache === "force-cache" ? new Response(JSON.stringify(ON), dated(ago)) : new Response('{"offers":"on","holdout":0}', dated(0)),
    );
    const { allow, visit } = aPage({ holdout: "auto" });
    await allow(OFFERS);
    expect(visit.arm).toBe(arm);
  });

  it("says what share is held out, and what is recorded is the same in both arms", async () => {
    says(ON);
    const held = aPage({ holdout: "auto" });
    expect(await held.allow(OFFERS)).toEqual([]);
    expect(eligible(held)).toEqual(["eligible holdout"]);
    held.stop();
    says({ offers: "on", holdout: 0 });
    const shown = aPage({ holdout: "auto" });
    expect(await shown.allow(OFFERS)).toBe(OFFERS);
    expect(eligible(shown)).toEqual(["eligible offers"]);
  });

  it("does not change a share that the shop fixed", async () => {
    says(ON);
    expect(await aPage({ holdout: 0.000001 }).allow(OFFERS)).toBe(OFFERS);
  });

  it.each(["auto", 0.5])("switched off, nothing is shown, recorded or compared, share: %s", async (holdout) => {
    says({ offers: "off", holdout: 1 });
    const page = aPage({ holdout });
    expect(await page.allow(OFFERS)).toEqual([]);
    expect([page.mayShow(1), page.visit.arm, page.visit.eligible, eligible(page)]).toEqual([false, undefined, false, []]);
  });

  it("switched off while a page is open, is obeyed from its next plan on; a visit keeps the arm it had", async () => {
    says({ offers: "on", holdout: 0 });
    const { allow, mayShow, refresh, visit } = aPage({ holdout: "auto" });
    await allow(OFFERS);
    says({ offers: "off", holdout: 0 });
    refresh();
    await vi.advanceTimersByTimeAsync(1000);
    expect([mayShow(1), visit.arm]).toEqual([false, "offers"]);
  });

  it("is known before consent is asked, and nothing is kept", async () => {
    says({ offers: "off", holdout: 0 });
    expect(await aPage({ holdout: "auto", consent: "required" }).allow(OFFERS)).toEqual([]);
    expect(sessionStorage.length + localStorage.length).toBe(0);
  });
});

describe("a switch file that does not come", () => {
  it.each([
    ["auto", ["eligible none"]],
    [0.000001, ["eligible offers"]],
  ])("is waited for half a second once offers could be shown, then they are, share: %s", async (holdout, recorded) => {
    asked.mockReturnValue(new Promise(() => undefined));
    const page = aPage({ holdout });
    const shown = vi.fn();
    void page.allow(OFFERS).then(shown);
    await vi.advanceTimersByTimeAsync(499);
    expect(shown).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(shown).toHaveBeenCalledWith(OFFERS);
    expect(eligible(page)).toEqual(recorded);
  });

  it.each([
    ["an error", () => new Response("", { status: 503, ...dated(0) })],
    ["no file of ours", () => new Response('"off"', dated(0))],
    ["another share than there can be", () => new Response('{"offers":"on","holdout":50}', dated(0))],
    ["a refusal", () => new Response('{"error":"this origin may not"}', { status: 403, ...dated(0) })],
    ["no JSON", () => new Response("<html>", dated(0))],
  ])("%s: the visit takes no part and sees offers at once", async (_, answer) => {
    asked.mockImplementation(async () => answer());
    const page = aPage({ holdout: "auto" });
    expect(await page.allow(OFFERS)).toBe(OFFERS);
    expect(page.visit.arm).toBe("none");
  });

  it("is not waited for where there is nothing to show, and a visit that saw nothing may still be drawn", async () => {
    asked.mockReturnValue(new Promise(() => undefined));
    const { allow, visit } = aPage({ holdout: "auto" });
    expect(await allow([])).toEqual([]);
    expect(visit.arm).toBeUndefined();
  });

  it("shows and keeps nothing once the widget was stopped meanwhile", async () => {
    asked.mockReturnValue(new Promise(() => undefined));
    const { allow, stop } = aPage({ holdout: "auto" });
    const answer = allow(OFFERS);
    stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });
});

it.each([50, -1, "atuo"])("a wrong share is told once, and nobody is held out: %s", async (holdout) => {
  said.clear();
  const told = vi.spyOn(console, "info").mockImplementation(() => undefined);
  expect(await aPage({ holdout }).allow(OFFERS)).toBe(OFFERS);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(String(told.mock.calls[0])).toContain("experiment.holdout has a wrong value");
});
