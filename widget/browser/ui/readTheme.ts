import type { Theme } from "../../types/config.ts";
import { contrast, readShade, type Shade } from "./contrast.ts";

const LIGHT = "rgb(255,255,255)";
const DARK = "rgb(28,28,31)";
/** The luminance that black and white stand out from equally. */
const MIDDLE = 0.179;
/** WCAG's 4.5 for text, and a little for our rounding. */
const READABLE = 4.6;
/** From here on text may be mixed with a quarter of its ground and stays readable. */
const STRONG = 10;
/** A button counts as filled when it stands out from the ground at least this much. */
const FILLED = 1.2;
/** How many of the page's buttons are looked at. */
const BUTTONS = 20;

/** What cannot be read counts as nothing on white. */
const UNKNOWN: Shade = [1, 0];

type Read = (colour: string) => Shade;

/**
 * What the page around looks like, as values of the `--goeswith-…` variables; what the shop configured goes first. `host` stands in the page, not yet
 * styled: colours in notations of their own (oklch, names) are worked out on it. Font and size need no reading, the host inherits them.
 */
export function readTheme(host: HTMLElement, theme: Theme): Readonly<Record<string, string | undefined>> {
  const { color } = getComputedStyle(host.parentElement ?? host);
  const read: Read = (colour) => readShade(colour) ?? workOut(host, colour) ?? UNKNOWN;
  const isDark = (colour: string) => read(colour)[0] < MIDDLE;

  // Over a picture or a gradient the ground is not known: then one is painted that suits the page's own text.
  const auto = theme.scheme === "auto";
  const ground = auto ? readGround(host, read) : undefined;
  const dark = !auto ? theme.scheme === "dark" : ground ? isDark(ground) : !isDark(color);
  const surface = ground ?? (dark ? DARK : LIGHT);
  const legible = contrast(read(color), read(surface));
  const text = legible < READABLE ? (dark ? LIGHT : DARK) : color;

  const button = findButton(host, (filling) => read(filling)[1] === 1 && contrast(read(filling), read(surface)) > FILLED);
  const accent = theme.accent ?? button?.backgroundColor ?? text;
  const mix = (percent: number) => `color-mix(in srgb,${text} ${percent}%,${surface})`;
  return {
    text,
    surface,
    accent,
    "on-accent": theme.onAccent ?? (isDark(accent) ? "#fff" : "#000"),
    muted: legible < STRONG ? text : mix(75),
    line: mix(18),
    tint: mix(7),
    radius: theme.radius ?? button?.borderRadius,
    font: theme.font,
    scheme: dark ? "dark" : "light",
    pad: ground ? undefined : "1em",
  };
}

function workOut(host: HTMLElement, colour: string): Shade | undefined {
  host.style.setProperty("color", `color-mix(in srgb,${colour},${colour})`, "important");
  const shade = host.style.color ? readShade(getComputedStyle(host).color) : undefined;
  host.style.removeProperty("color");
  return shade;
}

/** The first opaque background behind the host; `undefined` when a picture comes before it. */
function readGround(host: HTMLElement, read: Read): string | undefined {
  for (let element = host.parentElement; element; element = element.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    if (backgroundImage.includes("(")) return undefined;
    if (read(backgroundColor)[1] === 1) return backgroundColor;
  }
  return "Canvas";
}

/** How the page's own filled button looks. */
function findButton(host: HTMLElement, isFilling: (colour: string) => boolean): CSSStyleDeclaration | undefined {
  const near = host.closest("main,body")?.querySelectorAll("[type=submit],.button,.btn") ?? [];
  return [...near]
    .slice(0, BUTTONS)
    .map((button) => getComputedStyle(button))
    .find(({ backgroundColor }) => isFilling(backgroundColor));
}
