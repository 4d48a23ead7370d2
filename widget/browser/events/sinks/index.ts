import type { Config } from "../../../types/config.ts";
import type { Sink } from "../../../types/sink.ts";
import { createCollector } from "./collector.ts";
import { createDataLayer } from "./dataLayer.ts";
import { createDom } from "./dom.ts";

type SinkConfig = Pick<Config, "shop" | "report" | "dataLayer">;

const makers: readonly ((config: SinkConfig) => Sink | false | undefined)[] = [
  ({ report, shop }) => report && createCollector({ url: report.url, shop }),
  ({ dataLayer }) => dataLayer && createDataLayer(),
  () => createDom(),
];

/** The sinks a configuration asks for. */
export function createSinks(config: SinkConfig): readonly Sink[] {
  return makers.map((make) => make(config)).filter((sink) => !!sink);
}
