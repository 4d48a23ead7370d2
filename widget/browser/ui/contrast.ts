/** Red, green, blue and alpha, 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads a computed colour; `undefined` for any other notation than `rgb()` and `color(srgb …)`. */
export function parseColour(text: string): Colour | undefined {
  const scale = text.startsWith("rgb") ? 255 : text.startsWith("color(srgb ") ? 1 : 0;
  const [red, green, blue, alpha = 1] = (text.match(/[\d.]+(e-\d+)?/g) ?? []).map(Number);
  return scale && blue !== undefined ? [red! / scale, green! / scale, blue / scale, alpha] : undefined;
}

/** WCAG 2 contrast of two opaque colours, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

// WCAG's curve to within a hundredth.
const luminance = ([red, green, blue]: Colour) => 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2;
