import type { Layout, LayoutProps } from "../../types/layout.ts";
import type { Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import type { Look } from "./createLoader.ts";
import { createHost } from "./createHost.ts";
import type { Spot } from "./spot.ts";
import { wouldShift } from "./wouldShift.ts";

/** What a slot's element needs of its surroundings. */
export interface MountOptions {
  /** Where it goes now; `undefined` while the page has no room. */
  spot(): Spot | undefined;
  load(): Promise<Look>;
  /** It stands behind another list of ours at the same place. */
  readonly last: boolean;
  /** Whether the shopper has just pressed something, so that things may move. */
  mayMove(): boolean;
  onViews(root: ShadowRoot): void;
  /** Its element has left the page for good. */
  gone(): void;
}

export interface Mount {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** What is to be shown; `undefined`: nothing. */
  want(props: LayoutProps | undefined): void;
  /** Brings the page to what is wanted, as far as nothing visible moves. */
  settle(): void;
  /** Puts the host back at once when the page threw it out. */
  comeBack(): void;
  readonly stop: Stop;
}

export function mountSlot({ spot, load, last, mayMove, onViews, gone }: MountOptions): Mount {
  const { host, root, put, mayEnter } = createHost(last);
  let inPage = false;
  let over = false;
  let look: Look | undefined;
  let view: ReturnType<Layout["mount"]> | undefined;
  let wanted: LayoutProps | undefined;
  let shown: LayoutProps | undefined;

  const stop = () => {
    over = true;
    view?.stop();
    host.remove();
  };
  const draw = (props: LayoutProps) => {
    shown = props;
    if (view) return view.update(props);
    look?.dress(host, root);
    view = look?.layout.mount(root, props);
  };
  const hold = (height: number) => host.style.setProperty("--goeswith-hold", `${height}px`);
  const enter = (props: LayoutProps) => {
    const place = spot();
    if (!place) return;
    const moved = wouldShift(place.parent, host, () => {
      put(place);
      draw(props);
    });
    if (moved && !mayMove()) return host.remove();
    inPage = true;
    if (mayEnter()) onViews(root);
    else stop();
  };
  const update = (props: LayoutProps, before: LayoutProps) => {
    const height = host.offsetHeight;
    const moved = wouldShift(host.parentElement!, host, () => {
      hold(0);
      draw(props);
      if (!mayMove() && host.offsetHeight < height) hold(height);
    });
    // What answers the shopper's own press is shown however long the shop took.
    if (moved && !mayMove() && !answers(before, props)) draw(before);
    else onViews(root);
  };
  const leave = (before: LayoutProps | undefined) => {
    const { parentElement: parent, nextSibling, offsetHeight } = host;
    const focused = root.activeElement;
    const moved = parent && wouldShift(parent, host, () => host.remove());
    if (moved && before && !mayMove()) {
      // An empty place of the same height, until it can go unseen.
      parent.insertBefore(host, nextSibling);
      hold(offsetHeight);
      draw({ ...before, offers: [], misfits: [] });
    } else {
      stop();
      gone();
    }
    if (focused && parent) focusBriefly(parent);
  };
  const settle = () => {
    if (over || !look) return;
    try {
      if (!wanted) leave(shown);
      else if (!host.isConnected) enter(wanted);
      else if (shown && shown !== wanted) update(wanted, shown);
    } catch (error) {
      swallow(error);
      stop();
    }
  };
  return {
    host,
    root,
    settle,
    want(props) {
      wanted = props;
      if (look) return settle();
      load().then((loaded) => {
        look = loaded;
        settle();
      }, swallow);
    },
    comeBack() {
      const place = wanted && inPage && !over && !host.isConnected ? spot() : undefined;
      if (!place) return;
      if (mayEnter()) put(place);
      else stop();
    },
    stop,
  };
}

/** Whether an offer or a misfit that was there already has another state. */
function answers(before: LayoutProps, after: LayoutProps): boolean {
  const old = statesOf(before);
  return [...statesOf(after)].some(([key, state]) => old.has(key) && old.get(key) !== state);
}

const statesOf = ({ offers, misfits }: LayoutProps) =>
  new Map([
    ...offers.map(({ offer, state }) => [offer.id, state] as const),
    ...misfits.map(({ misfit, state }) => [misfit.line.key, state] as const),
  ]);

/** The focus stays where the offers were, not at the top of the page. */
function focusBriefly(element: HTMLElement): void {
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}
