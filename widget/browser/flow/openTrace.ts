import type { Placement } from "../../types/offer.ts";
import type { Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import type { Stage } from "./stage.ts";

/** Shows on the page what was decided, where that was asked for; its code comes only then. `show` brings it up to date. */
export function openTrace(stage: Stage, found: () => readonly Placement[]): { show(): void; readonly stop: Stop } {
  if (!stage.trace) return { show: () => undefined, stop: () => undefined };
  const { platform, config, world } = stage;
  let isOver = false;
  const opened = import("./showTrace.ts").then(({ createTrace }) => (isOver ? undefined : createTrace()));
  const show = () =>
    void opened
      .then(async (trace) => {
        // What was read is not asked for again; what was not stays so.
        const part = world.model?.build() === undefined ? undefined : await world.model.load([]);
        trace?.show({ platform: platform.name, config, found: found(), model: part?.manifest, plan: stage.plan });
      })
      .catch(swallow);
  show();
  return {
    show,
    stop() {
      isOver = true;
      opened.then((trace) => trace?.stop(), swallow);
    },
  };
}
