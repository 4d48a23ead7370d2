import type { Adapter, Platform } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import { askAdapter } from "./askAdapter.ts";
import type { Shop } from "./shop/createShop.ts";

type Call = (...asked: readonly unknown[]) => unknown;
type Member = Exclude<keyof Adapter, "anchors">;

const WRITES = ["add", "swap", "setQuantity", "remove"] as const satisfies readonly Member[];
const OTHERS = ["context", "readCart", "watch", "products", "related", "order", "mark"] as const satisfies readonly Member[];

/** The platform with whatever the shop's adapter has in the place of its own; anchors of both. */
export function withAdapter(platform: Platform, adapter: Adapter): Platform {
  const { during = (work) => work() } = platform as Partial<Shop>;
  const bound = (name: Member): Call | undefined => {
    const call: unknown = adapter[name];
    return typeof call === "function" ? (call.bind(adapter) as Call) : undefined;
  };
  const taken: Partial<Record<Member, Call>> = {};
  for (const name of WRITES) {
    const write = bound(name);
    if (write) taken[name] = (...asked) => during(() => askAdapter(() => write(...asked)));
  }
  for (const name of OTHERS) {
    const ask = bound(name);
    if (ask) taken[name] = tamed[name]?.(ask) ?? ask;
  }
  const mixed = Object.assign(Object.defineProperties({}, Object.getOwnPropertyDescriptors(platform)), taken);
  if (adapter.add) Object.assign(mixed, { readOnly: false });
  return Object.defineProperty(mixed, "anchors", { get: () => [...(adapter.anchors ?? []), ...platform.anchors] }) as object as Platform;
}

/** Members of which an adapter may give less than a platform must. */
const tamed: Partial<Record<Member, (call: Call) => Call>> = {
  context: (call) => () => ({ locale: document.documentElement.lang || "en", ...(call() as object) }),
  watch:
    (call) =>
    (...asked) => {
      let stop: unknown;
      guard(() => void (stop = call(...asked)))();
      return () => typeof stop === "function" && stop();
    },
};
