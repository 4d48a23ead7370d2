import type { ComponentChild } from "preact";
import type { Layout, LayoutProps } from "../../../types/layout.ts";
import { swallow } from "../../lib/guard.ts";
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

/** What takes over a painted root. */
type TakeOver = (root: ShadowRoot, draw: Draw, first: LayoutProps) => (props: LayoutProps) => void;

let takeOver: TakeOver | undefined;

const complete = () =>
  takeOver
    ? undefined
    : import("./takeOver.tsx").then((part) => {
        ({ takeOver } = part);
      });

/**
 * Makes a layout of a view, which is painted first and drawn by Preact afterwards. One that throws leaves its own root empty and disturbs
 * nobody. `styles` go beside what all layouts share.
 */
export function createLayout(name: string, view: (props: ViewProps) => ComponentChild, styles = ""): OwnLayout {
  return {
    name,
    complete,
    mount(root, first) {
      const draw: Draw = (props, later) => view({ ...props, later });
      let wanted = first;
      let drawn: LayoutProps | undefined;
      let update: ((props: LayoutProps) => void) | undefined;
      let over = false;
      const catchUp = () => {
        if (over) return;
        try {
          if (!drawn) paint(draw((drawn = first)), root);
          if (takeOver) update ??= takeOver(root, draw, first);
          if (wanted !== drawn) update?.((drawn = wanted));
        } catch (error) {
          swallow(error);
          over = true;
          root.replaceChildren();
        }
      };
      const follow = () => void (complete()?.then(catchUp, swallow) ?? catchUp());
      adopt(root, parts + styles);
      catchUp();
      const cancel = whenIdle(follow);
      return {
        update(props) {
          wanted = props;
          follow();
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
