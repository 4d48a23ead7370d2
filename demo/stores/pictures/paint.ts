/** The colours one picture is drawn with, all as #rrggbb. */
export interface Paint {
  /** The product's own colour. */
  readonly base: string;
  readonly light: string;
  readonly dark: string;
  /** For screens and small lights. */
  readonly accent: string;
}

const COLOURS: Readonly<Record<string, string>> = {
  midnight: "#34456b",
  black: "#3a3c42",
  silver: "#c3c9d3",
  white: "#e9ebef",
  sage: "#8fae97",
  coral: "#ec8d79",
  sand: "#d8c3a0",
  blue: "#6f97d0",
  lilac: "#b3a4d9",
  tan: "#b97f4f",
};

/** The colour by its name ("Sage"); `undefined` for a name that is not on the palette. */
export function colourNamed(name: string): string | undefined {
  return COLOURS[name.toLowerCase()];
}

/** Between two #rrggbb colours: 0 is the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Light and shade of one colour, and a screen colour that suits it. */
export function paintOf(base: string, accent = "#6f8df0"): Paint {
  return { base, light: mix(base, "#ffffff", 0.42), dark: mix(base, "#10131a", 0.42), accent };
}
