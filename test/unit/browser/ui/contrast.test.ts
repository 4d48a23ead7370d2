import { describe, expect, it } from "vitest";
import { contrast, parseColour } from "../../../../widget/browser/ui/contrast.ts";

describe("parseColour", () => {
  it.each([
    ["rgb(255, 0, 51)", [1, 0, 0.2, 1]],
    ["rgba(0, 0, 0, 0.5)", [0, 0, 0, 0.5]],
    ["rgb(0 0 255 / 0)", [0, 0, 1, 0]],
    ["color(srgb 0.5 1 1e-7 / 0.25)", [0.5, 1, 1e-7, 0.25]],
  ])("reads %s", (text, colour) => {
    expect(parseColour(text)).toEqual(colour);
  });

  it.each(["", "red", "oklch(0.5 0.1 200)", "color(display-p3 1 0 0)", "rgb(1)"])("leaves %j alone", (text) => {
    expect(parseColour(text)).toBeUndefined();
  });
});

// Reference values of WCAG 2.
it.each([
  ["rgb(0,0,0)", "rgb(255,255,255)", 21],
  ["rgb(119,119,119)", "rgb(255,255,255)", 4.48],
  ["rgb(255,255,255)", "rgb(31,95,74)", 7.5],
  ["rgb(0,0,255)", "rgb(0,0,0)", 2.44],
])("the contrast of %s and %s is about %f, whichever comes first", (a, b, ratio) => {
  const [one, other] = [parseColour(a)!, parseColour(b)!];
  expect(contrast(one, other)).toBeCloseTo(ratio, 0);
  expect(contrast(other, one)).toBeCloseTo(contrast(one, other), 9);
});
