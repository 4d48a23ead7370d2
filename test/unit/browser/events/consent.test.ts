import { afterEach, describe, expect, it, vi } from "vitest";
import type { Stop } from "../../../../widget/types/platform.ts";
import type { ConsentLevel } from "../../../../widget/types/options.ts";
import { type Consent, createConsent } from "../../../../widget/browser/events/consent.ts";
import { shareConsent } from "../../../../widget/browser/events/shareConsent.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";

const shared: Stop[] = [];
/** The consent of one tab, shared with the others. */
const aConsent = (consent: "required" | "not-needed", store = openStore("local")): Consent => {
  const one = createConsent({ config: { consent }, store });
  shared.push(shareConsent(one), one.stop);
  return one;
};

afterEach(() => {
  for (const stop of shared.splice(0)) stop();
  localStorage.clear();
  vi.unstubAllGlobals();
});

describe("consent", () => {
  const cases: readonly (readonly ["required" | "not-needed", boolean | undefined, ConsentLevel | undefined, ConsentLevel])[] = [
    ["required", undefined, undefined, "none"],
    ["required", undefined, "measure", "measure"],
    ["required", undefined, "remember", "remember"],
    ["required", undefined, "none", "none"],
    ["required", true, "remember", "none"],
    ["required", false, "measure", "measure"],
    ["not-needed", undefined, undefined, "measure"],
    ["not-needed", undefined, "none", "none"],
    ["not-needed", undefined, "remember", "remember"],
    ["not-needed", true, undefined, "none"],
    ["not-needed", true, "measure", "none"],
    ["not-needed", undefined, "everything" as ConsentLevel, "none"],
  ];
  it.each(cases)("rows 114 and 116: %s, GPC %s, told %s: %s", (config, gpc, told, level) => {
    vi.stubGlobal("navigator", { globalPrivacyControl: gpc });
    const consent = aConsent(config);
    if (told) consent.set(told);
    expect(consent.level()).toBe(level);
    if (gpc) expect(localStorage.length).toBe(0);
  });

  it("keeps a yes for the next page and leaves nothing behind after a no", () => {
    const before = aConsent("required");
    before.set("measure");
    expect(aConsent("required").level()).toBe("measure");
    before.set("none");
    expect(localStorage.length).toBe(0);
  });

  it("remembers a refusal where no consent was needed", () => {
    aConsent("not-needed").set("none");
    expect(aConsent("not-needed").level()).toBe("none");
  });

  it("tells the level at once and every change", () => {
    const heard: ConsentLevel[] = [];
    const consent = aConsent("required");
    const stop = consent.subscribe((level) => heard.push(level));
    consent.set("measure");
    consent.set("measure");
    consent.set("none");
    stop();
    consent.set("remember");
    expect(heard).toEqual(["none", "measure", "none"]);
  });

  it("row 113: a withdrawal is heard in other tabs by the storage event where there is no channel", () => {
    vi.stubGlobal("BroadcastChannel", undefined);
    const [here, there] = [aConsent("required"), aConsent("required")];
    here.set("measure");
    const heard = vi.fn();
    there.subscribe(heard);
    here.set("none");
    dispatchEvent(new Event("storage"));
    expect(heard.mock.calls).toEqual([["measure"], ["none"]]);
  });

  it("row 113: a withdrawal is heard by the channel where each tab has only its memory", async () => {
    const blocked = () => {
      const memory = new Map<string, string>();
      return {
        get: (key: string) => memory.get(key),
        set: (key: string, value: string) => void memory.set(key, value),
        remove: (key: string) => void memory.delete(key),
      };
    };
    const [here, there] = [aConsent("required", blocked()), aConsent("required", blocked())];
    here.set("measure");
    there.set("measure");
    here.set("none");
    await vi.waitFor(() => expect(there.level()).toBe("none"), { timeout: 1000 });
  });

  it("row 113: tells the level that holds now to whoever asks late", () => {
    const [here, there] = [aConsent("required"), aConsent("required")];
    here.set("measure");
    const heard = vi.fn();
    there.subscribe(heard);
    expect(heard.mock.calls).toEqual([["measure"]]);
  });

  it("row 42: is read anew after the shop cleared the storage", () => {
    const heard = vi.fn();
    const consent = aConsent("required");
    consent.set("measure");
    consent.subscribe(heard);
    localStorage.clear();
    expect(consent.level()).toBe("none");
    expect(heard).toHaveBeenLastCalledWith("none");
  });
});
