/** The byte, -127 to 127, that stands for a value: sign · round(127 · √(|value| / scale)). */
export function quantise(value: number, scale: number): number {
  if (!value || !scale) return 0;
  return Math.sign(value) * Math.round(127 * Math.sqrt(Math.min(1, Math.abs(value) / scale)));
}
