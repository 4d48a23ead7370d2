import type { ComponentChild } from "preact";
import type { Layout, LayoutProps, OfferView } from "../../../types/layout.ts";
import { swallow } from "../../lib/guard.ts";
import { whenIdle } from "../../lib/idle.ts";
import { adopt } from "../../ui/adopt.ts";
import { isRare } from "../../ui/isRare.ts";
import { paint } from "../../ui/paint.ts";
import type { Draw, Local, RareParts, ViewProps } from "../../ui/PartProps.ts";
import { parts } from "../../ui/parts.css.ts";

/** A layout of ours. */
export interface OwnLayout extends Layout {
  /** Loads what is drawn with after the first offers; `undefined` once that is there: then every drawing is done at once. */
  complete(): Promise<unknown> | undefined;
  /** Loads what these offers, or a tax note beside every price, are not drawn without; `undefined` where that is there. */
  prepare(offers: readonly Pick<OfferView, "offer">[], tax?: string): Promise<unknown> | undefined;
}

/** What takes over a painted root. */
type TakeOver = (root: ShadowRoot, draw: Draw, first: LayoutProps) => (props: LayoutProps) => void;

let takeOver: TakeOver | undefined;
let rare: RareParts | undefined;

const loadRare = async () => {
  ({ rareParts: rare } = await import("../../ui/rareParts.ts"));
};
const load = async () => {
  const [part] = await Promise.all([import("./takeOver.tsx"), loadRare()]);
  ({ takeOver } = part);
};
const complete = () => (takeOver ? undefined : load());
const prepare: OwnLayout["prepare"] = (offers, tax) =>
  rare || !(tax || offers.some(({ offer }) => isRare(offer))) ? undefined : loadRare();

/**
 * Makes a layout of a view, which is painted first and drawn by Preact afterwards. One that throws leaves its own root empty and disturbs
 * nobody. `styles` go beside what all layouts share.
 */
export function createLayout(name: string, view: (props: ViewProps) => ComponentChild, styles = ""): OwnLayout {
  return {
    name,
    complete,
    prepare,
    mount(root, first) {
      let local: Local = {};
      let kept = local;
      let wanted = first;
      let drawn: LayoutProps | undefined;
      let show: ((props: LayoutProps) => void) | undefined;
      let over = false;
      const draw: Draw = (props, later) => view({ ...props, later, rare, local, change });
      const catchUp = () => {
        if (over) return;
        try {
          if (!drawn) paint(draw((drawn = first)), root);
          if (takeOver) show ??= takeOver(root, draw, first);
          // What is taken over is what was painted.
          local = kept;
          if (wanted !== drawn) show?.((drawn = wanted));
        } catch (error) {
          swallow(error);
          over = true;
          root.replaceChildren();
        }
      };
      const follow = () => void (complete()?.then(catchUp, swallow) ?? catchUp());
      const update = (props: LayoutProps) => {
        wanted = props;
        follow();
      };
      const change = (next: Local) => {
        kept = { ...kept, ...next };
        update({ ...wanted });
      };
      adopt(root, parts + styles);
      catchUp();
      const cancel = whenIdle(follow);
      return {
        update,
        stop() {
          cancel();
          over = true;
          root.replaceChildren();
        },
      };
    },
  };
}
