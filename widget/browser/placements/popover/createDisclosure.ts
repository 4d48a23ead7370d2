import type { TargetedMouseEvent } from "preact";
import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";
import { adopt } from "../../ui/adopt.ts";
import type { LaterParts, ViewProps } from "../../ui/PartProps.ts";
import { isCut } from "./isCut.ts";
import { loaded, loadPopover } from "./loadPopover.ts";

/** What opens and closes in one root, where one thing at a time is open. */
export interface Disclosure extends Pick<LaterParts, "Panel" | "chooser"> {
  /** Makes what was just drawn behave. */
  settle(): void;
}

export function createDisclosure(root: ShadowRoot): Disclosure {
  const room = matchMedia("(min-width:480px)");
  let change: ViewProps["change"] = () => {};
  let loading: Promise<void> | undefined;
  let select: HTMLSelectElement | undefined;
  let dressed = false;
  let panel: HTMLElement | null = null;
  let release: Stop | undefined;
  const close = () => change({ open: undefined });
  const load = async () => {
    await (loading ??= loadPopover());
    loading = undefined;
    change(loaded.popover ? {} : { open: undefined });
  };
  const attach = (drawn: HTMLElement) => {
    const opener = drawn.closest("[data-offer]")?.querySelector<HTMLElement>("[aria-expanded=true]") ?? select;
    if (!opener || !loaded.popover) return undefined;
    if (!dressed) adopt(root, loaded.popover.styles);
    dressed = true;
    return loaded.popover.attachPanel({ panel: drawn, opener, room, close });
  };
  return {
    Panel({ view, props }) {
      const { open, topic } = props.local;
      if (open !== view.offer.id) return null;
      ({ change } = props);
      const { popover } = loaded;
      if (!popover) return void (loading ?? load());
      return popover.Panel({ view, props, isAbove: room.matches, select: topic === "choose" ? select : undefined, close });
    },
    chooser: ({ view: { offer }, props }) =>
      guard((event: TargetedMouseEvent<HTMLSelectElement>) => {
        const pressed = event.currentTarget;
        // On a touch screen the platform's own picker is the better one.
        if (loaded.failed || event.button || !room.matches || !matchMedia("(pointer:fine)").matches || !isCut(pressed)) return;
        event.preventDefault();
        pressed.focus();
        select = pressed;
        const { open, topic } = props.local;
        props.change({ open: open === offer.id && topic === "choose" ? undefined : offer.id, topic: "choose" });
      }),
    settle() {
      const drawn = root.querySelector<HTMLElement>(".panel");
      if (drawn === panel) return;
      release?.();
      panel = drawn;
      release = drawn ? attach(drawn) : undefined;
      // Its offer, or its opener, may have gone while it was open.
      if (!drawn) close();
    },
  };
}
