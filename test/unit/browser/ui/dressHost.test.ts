import { afterEach, expect, it } from "vitest";
import { dressHost } from "../../../../widget/browser/ui/dressHost.ts";

afterEach(() => document.body.replaceChildren());

const dressed = () => {
  const host = document.body.appendChild(document.createElement("goes-with-offers"));
  const root = host.attachShadow({ mode: "open" });
  dressHost(host, root, { scheme: "light", accent: "rgb(1, 2, 3)" });
  return { host, root };
};

it("writes the theme as variables of the host", () => {
  expect(dressed().host.style.getPropertyValue("--goeswith-accent")).toBe("rgb(1, 2, 3)");
});

it("all roots share one constructed sheet, and no element carries styles", () => {
  const [one, other] = [dressed(), dressed()];
  expect(one.root.adoptedStyleSheets).toHaveLength(1);
  expect(one.root.adoptedStyleSheets[0]).toBe(other.root.adoptedStyleSheets[0]);
  expect(one.root.querySelector("style, link")).toBeNull();
});
