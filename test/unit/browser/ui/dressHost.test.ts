import { afterEach, expect, it } from "vitest";
import { dressHost } from "../../../../widget/browser/ui/dressHost.ts";

afterEach(() => document.body.replaceChildren());

const dressed = (style?: string) => {
  const host = document.body.appendChild(document.createElement("goes-with-offers"));
  if (style) host.setAttribute("style", style);
  const root = host.attachShadow({ mode: "open" });
  dressHost(host, root, { scheme: "light", accent: "rgb(1, 2, 3)" });
  return { host, root, rules: root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join() };
};

it("writes the theme as variables of the host, in a rule that any rule of the page outranks", () => {
  const { host, rules } = dressed();
  expect(rules).toMatch(/--goeswith-accent: ?rgb\(1, 2, 3\)(?! ?!important)/);
  expect(host.getAttribute("style") ?? "").toBe("");
});

it("leaves out a variable that the page sets", () => {
  const { rules } = dressed("--goeswith-accent: rgb(9, 9, 9)");
  expect(rules).not.toContain("--goeswith-accent:");
  expect(rules).toContain("--goeswith-surface:");
});

it("styles stand in a constructed sheet, and no element carries any", () => {
  const { root } = dressed();
  expect(root.adoptedStyleSheets).toHaveLength(1);
  expect(root.querySelector("style, link")).toBeNull();
});
