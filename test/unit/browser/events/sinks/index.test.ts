import { describe, expect, it } from "vitest";
import { createSinks } from "../../../../../widget/browser/events/sinks/index.ts";

describe("createSinks", () => {
  it.each([
    [{ report: { url: "https://collector.test" }, dataLayer: true }, ["collector", "dataLayer", "dom"]],
    [{ dataLayer: true }, ["dataLayer", "dom"]],
    [{ dataLayer: false }, ["dom"]],
  ])("makes what the configuration asks for", (config, names) => {
    expect(createSinks({ shop: "demo", ...config }).map(({ name }) => name)).toEqual(names);
  });
});
