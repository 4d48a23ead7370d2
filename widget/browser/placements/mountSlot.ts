import type { Layout, LayoutProps } from "../../types/layout.ts";
import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import type { Look } from "./createLoader.ts";
import type { Spot } from "./spot.ts";
import { tellLanguage } from "./tellLanguage.ts";
import { wouldShift } from "./wouldShift.ts";

/** What a slot's element needs of its surroundings. */
export interface MountOptions {
  /** Where it may go now, best first; none while the page has no room. */
  spots(): readonly Spot[];
  load(): Promise<Look>;
  /** It stands behind another list of ours at the same place, whichever comes first. */
  readonly last: boolean;
  onViews(root: ShadowRoot): void;
}

/** A slot's element, which outlives the page's own redrawing, and what is drawn in it. */
export interface Mount extends MountOptions {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** What it is drawn with, once that is loaded. */
  look?: Look;
  /** What is to be shown; absent: nothing. */
  wanted?: LayoutProps | undefined;
  /** What was drawn last, in the page or not. */
  shown?: LayoutProps;
  /** At which of its spots it stood in the page last. */
  stood?: number;
  /** It has left for good. */
  over?: boolean;
  draw(props: LayoutProps): void;
  /** Puts the host where it belongs. */
  put(spot: Spot): void;
  /** Shows it in the page, unless something visible moves by it and `mayMove` is not set. */
  enter(props: LayoutProps, mayMove?: boolean): void;
  readonly stop: Stop;
}

export function mountSlot(options: MountOptions): Mount {
  const host = document.createElement("goes-with-offers");
  const root = host.attachShadow({ mode: "open" });
  let view: ReturnType<Layout["mount"]> | undefined;
  const mount: Mount = {
    ...options,
    host,
    root,
    draw(props) {
      mount.shown = props;
      if (view) return view.update(props);
      tellLanguage(host, props.texts.lang);
      mount.look?.dress(host, root);
      view = mount.look?.layout.mount(root, props);
    },
    put({ at, position }) {
      at[position](host);
      const { last } = options;
      const twin = last ? host.nextElementSibling : host.previousElementSibling;
      if (twin?.localName === host.localName) twin[last ? "after" : "before"](host);
    },
    enter(props, mayMove) {
      options.spots().some((place, at) => {
        const moved = wouldShift(place.parent, host, () => {
          mount.put(place);
          mount.draw(props);
        });
        if (moved && !mayMove) return void host.remove();
        mount.stood = at;
        options.onViews(root);
        return true;
      });
    },
    stop() {
      mount.over = true;
      // A layout of the shop's may throw: the element goes all the same.
      guard(() => view?.stop())();
      // Unlike the remove() of prototype.js, this takes an element that stands nowhere, too.
      host.replaceWith();
    },
  };
  return mount;
}
