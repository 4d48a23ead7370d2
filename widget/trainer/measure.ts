/** A value with its unit turned into the base unit of its kind. */
export interface Measure {
  readonly value: number;
  /** Base unit; empty for a bare number. Only values of one unit can be compared. */
  readonly unit: string;
}

type Unit = readonly [base: string, factor: number];

const UNITS = new Map<string, Unit>(
  Object.entries({
    kb: ["mb", 1 / 1024],
    mb: ["mb", 1],
    gb: ["mb", 1024],
    tb: ["mb", 1024 * 1024],
    mah: ["mah", 1],
    ah: ["mah", 1000],
    mm: ["mm", 1],
    cm: ["mm", 10],
    m: ["mm", 1000],
    km: ["mm", 1_000_000],
    in: ["mm", 25.4],
    inch: ["mm", 25.4],
    inches: ["mm", 25.4],
    '"': ["mm", 25.4],
    "″": ["mm", 25.4],
    mg: ["g", 0.001],
    g: ["g", 1],
    kg: ["g", 1000],
    oz: ["g", 28.3495],
    lb: ["g", 453.592],
    lbs: ["g", 453.592],
    w: ["w", 1],
    kw: ["w", 1000],
    wh: ["wh", 1],
    kwh: ["wh", 1000],
    hz: ["hz", 1],
    khz: ["hz", 1e3],
    mhz: ["hz", 1e6],
    ghz: ["hz", 1e9],
    ms: ["s", 0.001],
    s: ["s", 1],
    sec: ["s", 1],
    seconds: ["s", 1],
    min: ["s", 60],
    minutes: ["s", 60],
    h: ["s", 3600],
    hours: ["s", 3600],
    hour: ["s", 3600],
    day: ["s", 86_400],
    days: ["s", 86_400],
    month: ["months", 1],
    months: ["months", 1],
    year: ["months", 12],
    years: ["months", 12],
    ml: ["ml", 1],
    cl: ["ml", 10],
    l: ["ml", 1000],
    liter: ["ml", 1000],
    litre: ["ml", 1000],
    litres: ["ml", 1000],
    x: ["x", 1],
    "×": ["x", 1],
  }) as [string, Unit][],
);

const ANSWERS = new Map([
  ["yes", 1],
  ["true", 1],
  ["no", 0],
  ["none", 0],
  ["false", 0],
]);

/**
 * Reads `128 GB`, `6,1 in`, `5,000 mAh`, `2 x 8 GB`, `1920x1080`, `f/1.8`, `yes`. What follows the unit (`16 GB DDR5`) is not looked at.
 * `undefined` for a value that begins with no number.
 */
export function measure(text: string): Measure | undefined {
  const plain = text.trim().toLowerCase();
  const answer = ANSWERS.get(plain);
  if (answer !== undefined) return { value: answer, unit: "yes/no" };
  const found = /^(f\/)?[~≈]?\s*(\d[\d.,]*)(?:\s*[x×]\s*(\d[\d.,]*))?\s*([a-z%°µ]+|["″×])?/u.exec(plain);
  if (!found) return undefined;
  const value = number(found[2]) * (found[3] === undefined ? 1 : number(found[3]));
  const name = found[1] ? "f/" : (found[4] ?? "");
  const [unit, factor] = UNITS.get(name) ?? [name, 1];
  return Number.isFinite(value) ? { value: value * factor, unit } : undefined;
}

/** A comma before exactly three digits separates thousands, any other one is a decimal comma. */
function number(text = ""): number {
  return Number(
    text
      .replace(/[.,]+$/, "")
      .replace(/,(?=\d{3}(?!\d))/g, "")
      .replace(",", "."),
  );
}
