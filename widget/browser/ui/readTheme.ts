import type { Theme } from "../../types/config.ts";
import { contrast, readShade, type Shade } from "./contrast.ts";

const LIGHT = "rgb(255,255,255)";
const DARK = "rgb(28,28,31)";
const BLACK = "rgb(0,0,0)";
/** WCAG's 4.5 for text, and a little for our rounding. */
const READABLE = 4.6;
/** From here on text may be mixed with a quarter of its ground and stays readable. */
const STRONG = 10;
/** A filled button stands out from the ground: best as much as a control must, else as little as a pale yellow. */
const FILLED = [3, 1.2];
/** How many of the page's buttons are looked at. */
const BUTTONS = 20;
const ROOM: Readonly<Record<string, string>> = { compact: ".75", roomy: "1.3" };

/** What cannot be read counts as nothing on white. */
const UNKNOWN: Shade = [1, 0];

type Read = (colour: string) => Shade;

/**
 * What the page around looks like, as values of the `--goeswith-…` variables; what the shop configured goes first. `host` stands in the page, not yet
 * styled: colours in notations of their own (oklch, names) are worked out on it. Font and size need no reading, the host inherits them.
 */
export function readTheme(host: HTMLElement, theme: Theme): Readonly<Record<string, string | undefined>> {
  const read: Read = (colour) => readShade(colour) ?? workOut(host, colour) ?? UNKNOWN;
  // What shines through is not relied on.
  const standsOut = (colour: string, ground: string) => +(read(colour)[1] === 1) * contrast(read(colour), read(ground));
  const onto = (ground: string, ...colours: readonly (string | undefined)[]) =>
    [...colours, LIGHT].find((colour) => colour && standsOut(colour, ground) > READABLE) ?? BLACK;

  // Over a picture or a gradient the ground is not known: then one is painted that suits the page's own text.
  const { color } = getComputedStyle(host.parentElement ?? host);
  const auto = theme.scheme === "auto";
  const ground = auto ? readGround(host, read) : undefined;
  const surface = ground ?? onto(auto ? color : theme.scheme === "light" ? BLACK : LIGHT, DARK);
  const text = onto(surface, color);

  const [button, filling] = findButton(host, (colour) => standsOut(colour, surface));
  const own = getComputedStyle(host).getPropertyValue("--goeswith-accent");
  // A button that is nothing but its words lends their colour.
  const accent = own || theme.accent || filling || onto(surface, button?.color, text);
  const mix = (percent: number) => `color-mix(in srgb,var(--goeswith-text) ${percent}%,var(--goeswith-surface))`;
  return {
    text,
    surface,
    muted: mix(standsOut(text, surface) < STRONG ? 100 : 75),
    line: mix(18),
    tint: mix(7),
    scheme: onto(surface) === LIGHT ? "dark" : "light",
    pad: ground ? undefined : "1em",
    density: ROOM[theme.density ?? ""],
    accent,
    "on-accent": theme.onAccent ?? onto(accent, button?.color),
    // A button joined to a field before it is round at its end alone.
    radius: theme.radius ?? button?.borderTopRightRadius,
    font: theme.font,
  };
}

function workOut(host: HTMLElement, colour: string): Shade | undefined {
  const { style } = host;
  style.setProperty("color", `color-mix(in srgb,${colour},${colour})`, "important");
  const shade = style.color ? readShade(getComputedStyle(host).color) : undefined;
  style.removeProperty("color");
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

/** The page's own button and what fills it: a colour of a gradient, which lies over any other, or a plain one; without a filled one, the first there is. */
function findButton(host: HTMLElement, standsOut: (colour: string) => number): readonly [CSSStyleDeclaration?, string?] {
  const near = [
    ...(host.closest("main,dialog,[role=dialog]") ?? document).querySelectorAll("[type=submit],.button,.btn,.wp-element-button"),
  ].slice(0, BUTTONS);
  const looks = near.map((button) => getComputedStyle(button));
  for (const least of FILLED)
    for (const look of looks)
      for (const [colour] of [look.backgroundImage, look.backgroundColor].join().matchAll(/\w+\([^()]+\)/g))
        if (standsOut(colour) > least) return [look, colour];
  return looks.slice(0, 1) as [CSSStyleDeclaration?];
}
