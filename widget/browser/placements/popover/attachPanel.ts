import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";
import { keepInView } from "./keepInView.ts";

export interface PanelAttachment {
  readonly panel: HTMLElement;
  readonly opener: HTMLElement;
  /** Whether there is room for panels above the page. */
  readonly room: MediaQueryList;
  /** Takes the panel away. */
  close(): void;
}

/** Closes the panel that is open, wherever it is: there is one at a time. */
let closeLast: (() => void) | undefined;

/** Makes a drawn panel behave: it closes by Escape, and a dialog stands above the page, takes the focus and closes when that leaves it. */
export function attachPanel(attachment: PanelAttachment): Stop {
  const { panel, opener, room, close } = attachment;
  const leaving = new AbortController();
  const { signal } = leaving;
  // In the capture phase, so that the page's own drawer does not close as well.
  const hear = <E extends keyof WindowEventMap>(name: E, run: (event: WindowEventMap[E]) => void) =>
    addEventListener(name, guard(run), { capture: true, signal });
  const isOurs = (event: Event) => event.composedPath().some((node) => node === panel || node === opener);
  let sink: Stop | undefined;
  const stop = () => {
    leaving.abort();
    sink?.();
    if (closeLast === close) closeLast = undefined;
  };

  closeLast?.();
  closeLast = close;
  hear("keydown", (event) => {
    if (!panel.isConnected) return stop();
    if (event.key !== "Escape" || !isOurs(event)) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  room.addEventListener("change", guard(close), { signal });
  if (panel.role) {
    hear("pointerdown", (event) => isOurs(event) || close());
    sink = rise(attachment, signal, stop);
  }
  return stop;
}

/** Lifts a dialog into the top layer, where there is one, and moves the focus into it. It leaves when the page takes it or its opener away. */
function rise({ panel, opener, close }: PanelAttachment, signal: AbortSignal, stop: Stop): Stop {
  const hasLayer = "showPopover" in panel;
  if (hasLayer) {
    panel.popover = "manual";
    panel.showPopover();
  }
  const mayStay = () => {
    if (panel.isConnected && (!hasLayer || panel.matches(":popover-open")) && opener.getClientRects().length) return true;
    stop();
    close();
    return false;
  };
  const onFocusOut = ({ relatedTarget: next }: FocusEvent) => {
    if (next && next !== opener && !panel.contains(next as Node)) close();
  };
  for (const part of [panel, opener]) part.addEventListener("focusout", guard(onFocusOut), { signal });
  const choice = panel.querySelector<HTMLElement>(":checked") ?? panel.querySelector<HTMLElement>("input:not([disabled])");
  (choice ?? panel).focus({ preventScroll: true });
  return keepInView(opener, panel, mayStay);
}
