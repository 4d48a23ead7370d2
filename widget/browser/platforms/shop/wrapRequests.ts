import type { Stop } from "../../../types/platform.ts";
import { guard, swallow } from "../../lib/guard.ts";

/**
 * Wraps the page's `fetch` and `XMLHttpRequest`, and tells when a request to the cart has ended. The stop puts back what was there; where
 * another script has wrapped them since, ours stays in its chain and does nothing but pass on.
 */
export function wrapRequests(isCart: (address: string) => boolean, heard: () => void): Stop {
  let isOn = true;
  const tell = guard((address: unknown) => {
    if (isOn && isCart(new URL(String(address), location.href).href)) heard();
  });
  const stops = [wrapFetch(tell), wrapOpen(tell)];
  return () => {
    isOn = false;
    stops.forEach((stop) => stop());
  };
}

function wrapFetch(tell: (address: unknown) => void): Stop {
  const { fetch: theirs } = window;
  const ours: typeof fetch = function (this: unknown, ...asked) {
    const answer = theirs.apply(this as Window, asked);
    // The page's own promise is handed on untouched.
    Promise.resolve(answer).then(() => tell(addressOf(asked[0])), swallow);
    return answer;
  };
  window.fetch = ours;
  return () => {
    if (window.fetch === ours) window.fetch = theirs;
  };
}

const addressOf = (input: unknown): unknown => (input instanceof Request ? input.url : input);

function wrapOpen(tell: (address: unknown) => void): Stop {
  const { prototype } = XMLHttpRequest;
  // oxlint-disable-next-line typescript/unbound-method -- called with its own object below
  const theirs = prototype.open as (this: XMLHttpRequest, ...given: unknown[]) => void;
  const ours = function (this: XMLHttpRequest, ...given: unknown[]) {
    this.addEventListener("loadend", () => tell(given[1]), { once: true });
    return theirs.apply(this, given);
  };
  prototype.open = ours;
  return () => {
    if (prototype.open === ours) prototype.open = theirs;
  };
}
