import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";

/** How long the page's changes are collected, in milliseconds, before it is looked at. */
const CALM = 200;

/** `soon` runs at every change of the page's elements, before it is painted; `calm` once for all changes of a while. */
export function watchPage(soon: () => void, calm: () => void): Stop {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = guard(() => {
    timer = undefined;
    calm();
  });
  const observer = new MutationObserver(
    guard((changes: readonly MutationRecord[]) => {
      // A host of ours that was tried out and taken back is no reason to try again.
      if (!changes.every(isOurs)) timer ??= setTimeout(look, CALM);
      soon();
    }),
  );
  observer.observe(document, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

const isOurs = ({ addedNodes, removedNodes }: MutationRecord) =>
  [...addedNodes, ...removedNodes].every((node) => node.nodeName === "GOES-WITH-OFFERS");
