import type { ComponentChild } from "preact";
import type { Layout, LayoutProps } from "../../../types/layout.ts";
import { guard, swallow } from "../../lib/guard.ts";
import { whenIdle } from "../../lib/idle.ts";
import { adopt } from "../../ui/adopt.ts";
import { paint } from "../../ui/paint.ts";
import type { Draw, ViewProps } from "../../ui/PartProps.ts";
import { parts } from "../../ui/parts.css.ts";

/** A layout of ours. */
export interface OwnLayout extends Layout {
  /** Loads what is drawn with after the first offers; `undefined` once that is there: then every drawing is done at once. */
  complete(): Promise<unknown> | undefined;
}

/** What takes over the painted root. */
type TakeOver = (root: ShadowRoot, draw: Draw, first: LayoutProps) => (props: LayoutProps) => void;

let takeOver: TakeOver | undefined;

const complete = () =>
  takeOver
    ? undefined
    : import("./takeOver.tsx").then((part) => {
        ({ takeOver } = part);
      });

/** Makes a layout of a view, which is painted first and drawn by Preact afterwards. One that throws leaves its own root empty and disturbs nobody. */
export function createLayout(name: string, view: (props: ViewProps) => ComponentChild): OwnLayout {
  return {
    name,
    complete,
    mount(root, first) {
      const draw: Draw = (props, later) => view({ ...guardCalls(props), later });
      let wanted = first;
      let drawn = first;
      let update: ((props: LayoutProps) => void) | undefined;
      let over = false;
      const attempt = (run: () => void) => {
        try {
          if (!over) run();
        } catch (error) {
          swallow(error);
          over = true;
          root.replaceChildren();
        }
      };
      const catchUp = () =>
        attempt(() => {
          if (!takeOver) return void complete()?.then(catchUp, swallow);
          update ??= takeOver(root, draw, first);
          if (wanted !== drawn) update((drawn = wanted));
        });
      adopt(root, parts);
      attempt(() => paint(draw(first), root));
      const cancel = whenIdle(catchUp);
      if (takeOver) catchUp();
      return {
        update(props) {
          wanted = props;
          catchUp();
        },
        stop() {
          cancel();
          over = true;
          root.replaceChildren();
        },
      };
    },
  };
}

/** The shopper's presses end in code of the shop, too: what throws there stays there. */
const guardCalls = (props: LayoutProps) =>
  Object.fromEntries(
    Object.entries(props).map(([key, value]) => [
      key,
      typeof value === "function" && key !== "money" ? guard(value as () => unknown) : value,
    ]),
  ) as unknown as LayoutProps;
