import type { Theme } from "../../types/config.ts";
import { type Colour, contrast, parseColour } from "./contrast.ts";

const BLACK: Colour = [0, 0, 0, 1];
const WHITE: Colour = [1, 1, 1, 1];
const LIGHT = "rgb(255,255,255)";
const DARK = "rgb(28,28,31)";
/** WCAG's 4.5 for text, and a little for our rounding. */
const READABLE = 4.6;
/** From here on text may be mixed with a quarter of its ground and stays readable. */
const STRONG = 10;
/** A button counts as filled when it stands out from the ground at least this much. */
const FILLED = 1.2;
/** How many of the page's buttons are looked at. */
const BUTTONS = 20;

/**
 * What the page around looks like, as values of the `--goeswith-…` variables; what the shop configured goes first. `host` stands in the page, not yet
 * styled: colours in notations of their own (oklch, names) are worked out on it.
 */
export function readTheme(host: HTMLElement, theme: Theme): Readonly<Record<string, string | undefined>> {
  const { color, fontFamily, fontSize } = getComputedStyle(host.parentElement ?? host);
  const auto = theme.scheme === "auto";
  const colourOf = (text: string) => parseColour(text) ?? workOut(host, text);
  const isDark = (text: string) => contrast(colourOf(text) ?? WHITE, WHITE) > contrast(colourOf(text) ?? WHITE, BLACK);

  // Over a picture or a gradient the ground is not known: then one is painted that suits the page's own text.
  const ground = auto ? readGround(host, colourOf) : undefined;
  const dark = !auto ? theme.scheme === "dark" : ground ? isDark(ground) : !isDark(color);
  const surface = ground ?? (dark ? DARK : LIGHT);
  const legible = contrast(colourOf(color) ?? WHITE, colourOf(surface) ?? WHITE);
  const text = legible < READABLE ? (dark ? LIGHT : DARK) : color;

  const button = readButton(host, surface, colourOf);
  const accent = theme.accent ?? button?.backgroundColor ?? text;
  return {
    text,
    surface,
    accent,
    "on-accent": theme.onAccent ?? (isDark(accent) ? "#fff" : "#000"),
    muted: legible < STRONG ? text : `color-mix(in srgb,${text} 75%,${surface})`,
    line: `color-mix(in srgb,${text} 18%,${surface})`,
    tint: `color-mix(in srgb,${text} 7%,${surface})`,
    radius: theme.radius ?? button?.borderRadius,
    font: theme.font ?? fontFamily,
    "font-size": fontSize,
    scheme: dark ? "dark" : "light",
    pad: ground ? undefined : "1em",
  };
}

function workOut(host: HTMLElement, text: string): Colour | undefined {
  host.style.setProperty("color", `color-mix(in srgb,${text},${text})`, "important");
  const colour = host.style.color ? parseColour(getComputedStyle(host).color) : undefined;
  host.style.removeProperty("color");
  return colour;
}

/** The first opaque background behind the host; `undefined` when a picture comes before it. */
function readGround(host: HTMLElement, colourOf: (text: string) => Colour | undefined): string | undefined {
  for (let element = host.parentElement; element; element = element.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    if (/\(/.test(backgroundImage)) return undefined;
    if (colourOf(backgroundColor)?.[3] === 1) return backgroundColor;
  }
  return "Canvas";
}

/** The page's own filled button. */
function readButton(host: HTMLElement, surface: string, colourOf: (text: string) => Colour | undefined): CSSStyleDeclaration | undefined {
  const near = host.closest("main,body")?.querySelectorAll("[type=submit],.button,.btn") ?? [];
  return [...near]
    .slice(0, BUTTONS)
    .map((button) => getComputedStyle(button))
    .find(({ backgroundColor }) => {
      const colour = colourOf(backgroundColor);
      return colour?.[3] === 1 && contrast(colour, colourOf(surface) ?? WHITE) > FILLED;
    });
}
