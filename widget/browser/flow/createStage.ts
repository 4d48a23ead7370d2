import type { Config } from "../../types/config.ts";
import type { Texts } from "../../types/texts.ts";
import { swallow } from "../lib/guard.ts";
import { createPlacements } from "../placements/createPlacements.ts";
import { loadTexts } from "../ui/texts/loadTexts.ts";
import { createLive } from "./createLive.ts";
import { openSource } from "./openSource.ts";
import { type Actions, propsFor } from "./propsFor.ts";
import { readMemory } from "./readMemory.ts";
import { rowsOf } from "./rows.ts";
import type { Stage, WidgetInput } from "./stage.ts";

/** Everything decisions and drawings are made with. Creating it does nothing to the page and asks for nothing but the rules' code. */
export function createStage(input: WidgetInput, actions: Actions): Stage {
  const { config, options, platform, model } = input;
  const memory = readMemory();
  const rules = hasRules(config) ? import("./openRules.ts").then((part) => part.openRules(config.rules, model)) : undefined;
  rules?.catch(swallow);
  const setup = { shop: config.shop, rules, model, platform, popular: config.popular };
  const source = openSource(config.sources, setup, options.sources);
  let texts: Texts | undefined;
  /** What loaded them. */
  let spoken: Stage["speak"] | undefined;

  const locale = () => config.locale ?? platform.context().locale;
  // Without anything to show not even the texts are loaded.
  const load = async (): Promise<void> => {
    const { slots, lists, misfits } = stage;
    const waiting = slots.filter((slot) => rowsOf(slot, lists).length > 0);
    if (!(texts || waiting.length + misfits.length)) return;
    const isPlain = !options.layouts?.length && waiting.every(({ layout }) => /^(list|swap|bump)$/.test(layout));
    if (!isPlain) ({ loadAllTexts: stage.speak, viewOf: stage.viewOf } = await import("./layoutExtras.ts"));
    const { speak } = stage;
    [texts] = await Promise.all([
      spoken === speak ? texts : speak(locale(), config.texts),
      ...waiting.map((slot) => stage.placements.preload(slot.layout, rowsOf(slot, lists)).catch(swallow)),
    ]);
    spoken = speak;
  };
  const draw = async () => {
    await load();
    if (!texts) return;
    const { placements } = stage;
    for (const slot of stage.slots) {
      const props = propsFor(slot, { stage, actions, texts, locale: locale() });
      if (props) placements.show(slot.key, props);
      else placements.hide(slot.key);
    }
  };
  const stage: Stage = {
    ...input,
    world: { config, model, source, rules, memory, live: createLive(platform) },
    memory,
    placements: createPlacements({
      anchors: () => platform.anchors,
      config,
      layouts: options.layouts ?? [],
      onViews(key, root) {
        stage.drawn.set(key, root);
        stage.onDrawn?.(key, root);
      },
    }),
    slots: [],
    lists: new Map(),
    misfits: [],
    views: new Map(),
    drawn: new Map(),
    speak: loadTexts,
    load: () => load().catch(swallow),
    draw: () => draw().catch(swallow),
  };
  return stage;
}

/** Anything but none: what is wrong with it, the rules' own part of the table tells. */
function hasRules({ rules }: Config): boolean {
  return rules !== undefined && (rules as readonly unknown[]).length !== 0;
}
