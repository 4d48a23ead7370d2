import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";
import { createStage } from "../../../../widget/browser/flow/createStage.ts";
import type { Actions } from "../../../../widget/browser/flow/propsFor.ts";
import { de } from "../../../../widget/browser/ui/texts/de.ts";
import { loadAllTexts } from "../../../../widget/browser/ui/texts/loadAllTexts.ts";
import { loadTexts } from "../../../../widget/browser/ui/texts/loadTexts.ts";
import type { Layout } from "../../../../widget/types/layout.ts";
import type { Texts } from "../../../../widget/types/texts.ts";
import { aMisfit } from "../../../support/mountLayout.ts";
import { anOffer } from "../../../support/builders.ts";
import { fakePlatform } from "../../../support/fakePlatform.ts";

beforeEach(() => void (document.body.innerHTML = '<goes-with placement="cart"></goes-with>'));
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.body.replaceChildren();
});

/** A stage of a German page with one list, and the texts of everything it was to show. */
function open(own = false) {
  const layout: Layout = { name: "own", mount: () => ({ update: () => undefined, stop: () => undefined }) };
  const [config] = readConfig({ locale: "de-DE", placements: { cart: { layout: own ? "own" : "list" } }, texts: { swap: "Wechseln" } });
  const stage = createStage(
    {
      config,
      options: own ? { layouts: [layout] } : {},
      platform: fakePlatform(),
      model: undefined,
      asked: { listeners: new Set() },
      trace: false,
    },
    {} as Actions,
  );
  const given: Texts[] = [];
  vi.spyOn(stage.placements, "show").mockImplementation((_, { texts }) => void given.push(texts));
  stage.slots = stage.placements.find();
  stops.push(stage.placements.stop);
  return { stage, given };
}
const all = { ...de, swap: "Wechseln" };

describe("the texts", () => {
  it("are at first those that first offers are drawn with, the shop's own among them", async () => {
    const { stage, given } = open();
    stage.lists.set("cart.cross-sell", [{ offer: anOffer(), state: "ready" }]);
    await stage.draw();
    expect(given).toMatchObject([{ lang: "de", add: de.add, swap: "Wechseln" }]);
    expect(given[0]?.thanks).toBeUndefined();
  });

  it("are all there at once for a layout of the shop's own", async () => {
    const { stage, given } = open(true);
    stage.lists.set("cart.cross-sell", [{ offer: anOffer(), state: "ready" }]);
    await stage.draw();
    expect(given).toEqual([all]);
  });

  it("grow to all of them once there is more to say", async () => {
    const { stage, given } = open();
    stage.lists.set("cart.cross-sell", [{ offer: anOffer(), state: "ready" }]);
    await stage.draw();
    stage.speak = loadAllTexts;
    await stage.draw();
    expect(given.at(-1)).toEqual(all);
  });

  it("are loaded once", async () => {
    const { stage, given } = open();
    const speak = vi.fn(loadTexts);
    stage.speak = speak;
    stage.lists.set("cart.cross-sell", [{ offer: anOffer(), state: "ready" }]);
    await stage.draw();
    await stage.draw();
    expect(speak).toHaveBeenCalledTimes(1);
    expect(given).toHaveLength(2);
  });

  it("are not loaded while there is nothing to show, and are for a line that lost its place alone", async () => {
    const { stage, given } = open();
    const speak = vi.fn(loadAllTexts);
    stage.speak = speak;
    await stage.draw();
    expect(speak).not.toHaveBeenCalled();
    stage.misfits = [aMisfit()];
    await stage.draw();
    expect(given).toEqual([all]);
  });

  it("stay as they are while the others cannot be loaded, which is tried anew", async () => {
    const { stage, given } = open();
    stage.lists.set("cart.cross-sell", [{ offer: anOffer(), state: "ready" }]);
    await stage.draw();
    const speak = vi.fn(loadAllTexts).mockRejectedValueOnce(new Error("offline"));
    stage.speak = speak;
    await stage.draw();
    expect(given).toHaveLength(1);
    await stage.draw();
    await stage.draw();
    expect(speak).toHaveBeenCalledTimes(2);
    expect(given.at(-1)).toEqual(all);
  });
});

describe("the product in view", () => {
  it("is told where a layout may need it, and costs other pages nothing", async () => {
    for (const own of [false, true]) {
      const { stage } = open(own);
      stage.lists.set("cart.cross-sell", [{ offer: anOffer(), state: "ready" }]);
      await stage.draw();
      expect(!!stage.viewOf).toBe(own);
    }
  });
});
