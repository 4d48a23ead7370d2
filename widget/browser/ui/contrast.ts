/** How light a colour is, as WCAG's luminance to within a hundredth, and how opaque; both 0 to 1. */
export type Shade = readonly [light: number, alpha: number];

/** Reads a computed colour; `undefined` for any other notation than `rgb()` and `color(srgb …)`. */
export function readShade(text: string): Shade | undefined {
  const scale = text.startsWith("rgb") ? 255 : text.startsWith("color(srgb ") && 1;
  const [, red, green, blue, alpha] = text.split(/[^\d.e-]+/);
  if (!scale || !blue) return undefined;
  const part = (value: string | undefined) => (Number(value) / scale) ** 2.2;
  return [0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue), Number(alpha || 1)];
}

/** WCAG 2 contrast of two shades, 1 to 21. */
export function contrast([a]: Shade, [b]: Shade): number {
  const ratio = (a + 0.05) / (b + 0.05);
  return Math.max(ratio, 1 / ratio);
}
