import type { Instance, Options } from "../types/options.ts";
import type { Platform } from "../types/platform.ts";
import { readConfig } from "./config/readConfig.ts";
import { createWidget, type Widget } from "./flow/createWidget.ts";
import { openModel } from "./flow/openModel.ts";
import type { Asked } from "./flow/stage.ts";
import { getJson } from "./lib/getJson.ts";
import { guard, swallow } from "./lib/guard.ts";
import { say } from "./lib/say.ts";
import { choosePlatform } from "./platforms/index.ts";

/**
 * Starts the widget on this page. Returns at once; the configuration may still be on its way, and whatever is asked meanwhile is done
 * when it is there. Nothing here throws into the page: what is wrong is said once on the console.
 */
export function start(options: Options = {}): Instance {
  const asked: Asked = { listeners: new Set() };
  let widget: Widget | undefined;
  let isStopped = false;
  boot(options, asked).then(
    guard((begin: (() => Widget) | undefined) => {
      if (!isStopped) widget = begin?.();
    }),
    (error) => say(`does nothing here: ${String(error)}`),
  );
  return {
    refresh: () => widget?.refresh(),
    consent(level) {
      asked.level = level;
      widget?.consent(level);
    },
    on(heard) {
      asked.listeners.add(heard);
      return () => void asked.listeners.delete(heard);
    },
    stop() {
      isStopped = true;
      widget?.stop();
      widget = undefined;
    },
  };
}

/** Everything up to a widget that can begin; `undefined` where the configuration or the address says that nothing shall happen. */
async function boot(options: Options, asked: Asked): Promise<(() => Widget) | undefined> {
  const raw = await (typeof options.config === "string" ? getJson(options.config) : options.config);
  const [config, isFaulty] = readConfig(raw ?? {});
  if (isFaulty) import("./config/sayFaults.ts").then(({ sayFaults }) => sayFaults(raw), swallow);
  const mode = new URLSearchParams(location.search).get("goeswith");
  if (!config.enabled || (config.enabled === "preview" && mode !== "preview" && mode !== "trace")) return undefined;
  const { name } = options.platform ?? {};
  const loading = choosePlatform(name ?? config.platform.name).load();
  let platform: Platform | undefined;
  const model = openModel(options, config, () => config.locale ?? platform?.context().locale ?? "");
  // The model's first file does not wait for the platform's own code, where a theme shows that offers are wanted.
  if (loading instanceof Promise && document.querySelector("goes-with")) model?.load([]).catch(swallow);
  const createPlatform = await loading;
  const ready = (platform = createPlatform(config.platform, options.platform));
  return () => createWidget({ config, options, platform: ready, model, asked, trace: mode === "trace" });
}
