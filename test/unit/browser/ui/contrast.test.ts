import { describe, expect, it } from "vitest";
import { contrast, readShade } from "../../../../widget/browser/ui/contrast.ts";

describe("readShade", () => {
  it.each([
    ["rgb(255, 0, 0)", 0.2126, 1],
    ["rgba(255, 255, 255, 0.5)", 1, 0.5],
    ["rgb(0 0 255 / 0)", 0.0722, 0],
    ["color(srgb 0 1 1e-7 / 0.25)", 0.7152, 0.25],
  ])("reads how light and how opaque %s is", (text, light, alpha) => {
    const shade = readShade(text)!;
    expect(shade[0]).toBeCloseTo(light, 9);
    expect(shade[1]).toBe(alpha);
  });

  it.each(["", "red", "oklch(0.5 0.1 200)", "color(display-p3 1 0 0)", "rgb(1)"])("leaves %j alone", (text) => {
    expect(readShade(text)).toBeUndefined();
  });
});

// Reference values of WCAG 2.
it.each([
  ["rgb(0,0,0)", "rgb(255,255,255)", 21],
  ["rgb(119,119,119)", "rgb(255,255,255)", 4.48],
  ["rgb(255,255,255)", "rgb(31,95,74)", 7.5],
  ["rgb(0,0,255)", "rgb(0,0,0)", 2.44],
])("the contrast of %s and %s is about %f, whichever comes first", (a, b, ratio) => {
  const [one, other] = [readShade(a)!, readShade(b)!];
  expect(contrast(one, other)).toBeCloseTo(ratio, 0);
  expect(contrast(other, one)).toBeCloseTo(contrast(one, other), 9);
});
