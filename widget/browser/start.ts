import type { ConsentLevel, Instance, Options } from "../types/options.ts";
import type { Stop } from "../types/platform.ts";
import { readConfig } from "./config/readConfig.ts";
import { createConsent } from "./events/consent.ts";
import { createRecorder } from "./events/recorder.ts";
import { createWidget, type Widget } from "./flow/createWidget.ts";
import { openModel } from "./flow/openModel.ts";
import { getJson } from "./lib/getJson.ts";
import { guard, swallow } from "./lib/guard.ts";
import { say } from "./lib/say.ts";
import { openStore } from "./lib/storage.ts";
import { choosePlatform } from "./platforms/index.ts";

type Heard = Parameters<Instance["on"]>[0];

/**
 * Starts the widget on this page. Returns at once; the configuration may still be on its way, and whatever is asked meanwhile is done
 * when it is there. Nothing here throws into the page: what is wrong is said once on the console.
 */
export function start(options: Options = {}): Instance {
  const listeners = new Map<Heard, Stop | undefined>();
  let running: Running | undefined;
  let level: ConsentLevel | undefined;
  let stopped = false;

  boot(options, () => stopped).then(
    guard((begun: Running | undefined) => {
      running = begun;
      if (!begun) return;
      if (level) begun.consent(level);
      for (const heard of listeners.keys()) listeners.set(heard, begun.on(heard));
      begun.begin();
    }),
    (error) => say(`does nothing on this page: ${error instanceof Error ? error.message : String(error)}`),
  );
  return {
    refresh: () => running?.refresh(),
    consent(next) {
      level = next;
      running?.consent(next);
    },
    on(heard) {
      listeners.set(heard, running?.on(heard));
      return () => {
        listeners.get(heard)?.();
        listeners.delete(heard);
      };
    },
    stop() {
      stopped = true;
      running?.stop();
      running = undefined;
    },
  };
}

interface Running extends Instance {
  /** Calls made while the configuration was on its way are in: now the page is looked at. */
  begin(): void;
}

/** Everything up to a widget that can begin; `undefined` where the configuration or the address says that nothing shall happen. */
async function boot(options: Options, isStopped: () => boolean): Promise<Running | undefined> {
  const raw = await (typeof options.config === "string" ? getJson(options.config) : options.config);
  const [config, isFaulty] = readConfig(raw ?? {});
  if (isFaulty) import("./config/sayFaults.ts").then(({ sayFaults }) => sayFaults(raw), swallow);
  const mode = new URLSearchParams(location.search).get("goeswith");
  if (!config.enabled || (config.enabled === "preview" && mode !== "preview" && mode !== "trace")) return undefined;
  const { name } = options.platform ?? {};
  const loading = choosePlatform(name ?? config.platform.name).load();
  const model = openModel(options, config);
  // The model's first file does not wait for the platform's own code, where a theme shows that offers are wanted.
  if (loading instanceof Promise && document.querySelector("goes-with")) model?.load([]).catch(swallow);
  const createPlatform = await loading;
  if (isStopped()) return undefined;

  const platform = createPlatform(config.platform, options.platform);
  const consent = createConsent({ config, store: openStore("local") });
  const recorder = createRecorder({ consent });
  let widget: Widget | undefined;
  return {
    begin() {
      widget = createWidget({ config, options, platform, model, consent, recorder, trace: mode === "trace" });
    },
    refresh: () => widget?.refresh(),
    consent: consent.set,
    on: recorder.on,
    stop: () => widget?.stop(),
  };
}
