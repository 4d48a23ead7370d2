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
    hl: ["ml", 100_000],
    liter: ["ml", 1000],
    litre: ["ml", 1000],
    litres: ["ml", 1000],
    ...{ zoll: ["mm", 25.4], pouces: ["mm", 25.4], pulgadas: ["mm", 25.4], cali: ["mm", 25.4], дюймов: ["mm", 25.4], дюйма: ["mm", 25.4] },
    ...{ гб: ["mb", 1024], тб: ["mb", 1024 * 1024], мб: ["mb", 1], go: ["mb", 1024], to: ["mb", 1024 * 1024], мач: ["mah", 1] },
    ...{
      вт: ["w", 1],
      квт: ["w", 1000],
      г: ["g", 1],
      кг: ["g", 1000],
      мл: ["ml", 1],
      л: ["ml", 1000],
      мм: ["mm", 1],
      см: ["mm", 10],
      м: ["mm", 1000],
    },
    ...{
      std: ["s", 3600],
      stunden: ["s", 3600],
      heures: ["s", 3600],
      horas: ["s", 3600],
      godz: ["s", 3600],
      ч: ["s", 3600],
      мин: ["s", 60],
    },
    ...{ tage: ["s", 86_400], jours: ["s", 86_400], días: ["s", 86_400], dni: ["s", 86_400], monate: ["months", 1], mois: ["months", 1] },
    ...{ meses: ["months", 1], miesiące: ["months", 1], miesięcy: ["months", 1], мес: ["months", 1], месяцев: ["months", 1] },
    ...{ jahr: ["months", 12], jahre: ["months", 12], an: ["months", 12], ans: ["months", 12], año: ["months", 12], años: ["months", 12] },
    ...{ rok: ["months", 12], lata: ["months", 12], lat: ["months", 12], год: ["months", 12], года: ["months", 12], лет: ["months", 12] },
    x: ["x", 1],
    "×": ["x", 1],
  }) as [string, Unit][],
);

const ANSWERS = new Map([
  ...["yes", "true", "ja", "oui", "sí", "si", "tak", "да"].map((word) => [word, 1] as const),
  ...["no", "none", "false", "nein", "non", "nie", "нет"].map((word) => [word, 0] as const),
]);
/** Efficiency classes from G to A+++, each step and plus counting one. */
const CLASS = /^([a-g])(\+{0,3})$/;
const STEPS = 4;

/**
 * Reads `128 GB`, `6,1 in`, `5,000 mAh`, `2 x 8 GB`, `1920x1080`, `f/1.8`, `A++`, `yes`. What follows the unit (`16 GB DDR5`) is not looked at.
 * `undefined` for a value that begins with no number.
 */
export function measure(text: string): Measure | undefined {
  const plain = text.trim().toLowerCase();
  const answer = ANSWERS.get(plain);
  if (answer !== undefined) return { value: answer, unit: "yes/no" };
  const [, letter, pluses = ""] = CLASS.exec(plain) ?? [];
  if (letter) return { value: ("g".charCodeAt(0) - letter.charCodeAt(0)) * STEPS + pluses.length, unit: "class" };
  const found = /^(f\/)?[~≈]?\s*(\d[\d.,]*)(?:\s*[x×]\s*(\d[\d.,]*))?\s*([\p{L}%°µ]+|["″×])?/u.exec(plain);
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
