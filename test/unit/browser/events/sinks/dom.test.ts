import { expect, it, vi } from "vitest";
import { createDom } from "../../../../../widget/browser/events/sinks/dom.ts";
import { anEvent } from "../../../../support/aDelivery.ts";

it("tells the shop's own scripts each event on the document", async () => {
  const heard = vi.fn();
  const listener = (event: Event) => heard((event as CustomEvent).detail);
  document.addEventListener("goeswith:event", listener);
  const batch = [anEvent({ id: "a" }), anEvent({ id: "b" })];
  await createDom().send(batch, { leaving: false });
  document.removeEventListener("goeswith:event", listener);
  expect(heard.mock.calls).toEqual([[batch[0]], [batch[1]]]);
});
