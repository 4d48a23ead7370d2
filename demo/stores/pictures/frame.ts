import { mix } from "./paint.ts";
import type { Paint } from "./paint.ts";

/** A linear gradient to fill with: `url(#id)`. `turn` in degrees, 0 from left to right. */
export function gradient(id: string, stops: readonly string[], turn = 55): string {
  const parts = stops.map((colour, index) => `<stop offset="${index / (stops.length - 1)}" stop-color="${colour}"/>`).join("");
  return `<linearGradient id="${id}" gradientTransform="rotate(${turn} .5 .5)">${parts}</linearGradient>`;
}

/** How a picture is wanted. */
export interface PictureLook {
  /** Name of a colour the product comes in. */
  readonly colour?: string;
  /** Without the ground, to be laid on one. */
  readonly bare?: boolean;
}

/** The whole picture, 480 by 480: a soft ground in the product's own colour, a shadow, and the drawn shape on it. */
export function frame(paint: Paint, shape: string, { bare = false }: PictureLook = {}): string {
  const ground = [mix(paint.base, "#ffffff", 0.9), mix(mix(paint.base, "#ffffff", 0.72), "#dfe4ee", 0.45)];
  const defs = [
    gradient("ground", ground, 70),
    gradient("body", [paint.light, paint.base, mix(paint.base, paint.dark, 0.55)]),
    gradient("side", [mix(paint.base, paint.dark, 0.25), paint.dark], 90),
    gradient("metal", ["#f4f6f9", "#b9c0cc", "#8b94a3"]),
    gradient("night", ["#3a4254", "#1b2030", "#0f131d"]),
    gradient("screen", [mix(paint.accent, "#ffffff", 0.35), paint.accent, mix(paint.accent, paint.dark, 0.6)], 60),
    `<radialGradient id="glow" cx=".5" cy=".38" r=".55"><stop offset="0" stop-color="#fff" stop-opacity=".9"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>`,
    `<filter id="soft" x="-40%" y="-80%" width="180%" height="260%"><feGaussianBlur stdDeviation="13"/></filter>`,
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" width="480" height="480"><defs>${defs.join("")}</defs>`,
    bare ? "" : `<path fill="url(#ground)" d="M0 0h480v480H0z"/><path fill="url(#glow)" d="M0 0h480v480H0z"/>`,
    `<ellipse cx="240" cy="405" rx="128" ry="15" fill="${mix(paint.dark, "#1a2030", 0.4)}" opacity=".3" filter="url(#soft)"/>${shape}</svg>`,
  ].join("");
}

/** A rounded box. */
export function box(x: number, y: number, [width, height, radius]: readonly [number, number, number], look: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" ${look}/>`;
}

/** A round lens as on the back of a phone or the front of a camera. */
export function glass(x: number, y: number, radius: number): string {
  const ring = (share: number, look: string): string => `<circle cx="${x}" cy="${y}" r="${(radius * share).toFixed(1)}" ${look}/>`;
  return [
    ring(1, `fill="#171b26"`),
    ring(0.82, `fill="url(#night)" stroke="#47506a" stroke-width="${(radius * 0.06).toFixed(1)}"`),
    ring(0.46, `fill="#27345c"`),
    ring(0.22, `fill="#0b0e18"`),
    `<circle cx="${x - radius * 0.28}" cy="${y - radius * 0.3}" r="${(radius * 0.13).toFixed(1)}" fill="#fff" opacity=".75"/>`,
  ].join("");
}
