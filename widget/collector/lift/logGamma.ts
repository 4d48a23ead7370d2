/** Natural logarithm of the gamma function for positive numbers, by Stirling's series after shifting the argument up. */
export function logGamma(value: number): number {
  let shift = 0;
  let z = value;
  for (; z < 10; z++) shift -= Math.log(z);
  const inverse = 1 / (z * z);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z;
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
}
