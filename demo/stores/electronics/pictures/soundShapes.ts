import { box } from "../../pictures/frame.ts";

/** Over-ear headphones from the front. */
export function headphones(): string {
  const cup = (x: number): string => box(x, 232, [76, 136, 36], `fill="url(#side)"`);
  const pad = (x: number): string => box(x, 226, [58, 148, 29], `fill="url(#body)"`);
  return [
    `<path d="M132 262C122 44 358 44 348 262" fill="none" stroke="url(#side)" stroke-width="26" stroke-linecap="round"/>`,
    `<path d="M150 176C176 84 304 84 330 176" fill="none" stroke="url(#body)" stroke-width="20" stroke-linecap="round"/>`,
    cup(96),
    cup(308),
    pad(142),
    pad(280),
    `<path d="M132 250v24M348 250v24" stroke="url(#metal)" stroke-width="10" stroke-linecap="round"/>`,
  ].join("");
}

/** An open case with two earbuds in front of it. */
export function earbuds(hooked: boolean): string {
  const bud = (x: number, side: 1 | -1): string =>
    [
      hooked
        ? `<path d="M${x} 250c${side * 60}-86 ${side * 66} 8 ${side * 26} 34" fill="none" stroke="url(#side)" stroke-width="11" stroke-linecap="round"/>`
        : "",
      box(x - 11, 268, [22, 84, 11], `fill="url(#side)"`),
      `<ellipse cx="${x}" cy="268" rx="34" ry="32" fill="url(#body)"/><ellipse cx="${x - side * 22}" cy="262" rx="13" ry="18" fill="#fff" opacity=".5"/>`,
    ].join("");
  return [
    `<g transform="translate(0 12)">`,
    box(150, 74, [180, 112, 50], `fill="url(#side)"`),
    box(164, 88, [152, 92, 38], `fill="#171b26" opacity=".28"`),
    box(140, 160, [200, 128, 56], `fill="url(#body)"`),
    `<circle cx="240" cy="226" r="6" fill="#8be0b4"/></g>`,
    bud(112, 1),
    bud(368, -1),
  ].join("");
}

/** An upright loudspeaker with a woven front. */
export function speaker(large: boolean): string {
  const [width, height] = large ? [196, 284] : [176, 206];
  const x = 240 - width / 2;
  const y = 388 - height;
  const weave = Array.from(
    { length: Math.floor((height - 70) / 16) },
    (_, row) =>
      `<path d="M${x + 16} ${y + 52 + row * 16}h${width - 32}" stroke="#fff" stroke-opacity=".22" stroke-width="3" stroke-dasharray="3 8" stroke-dashoffset="${(row % 2) * 5}"/>`,
  );
  return [
    box(x, y, [width, height, 54], `fill="url(#body)"`),
    weave.join(""),
    `<ellipse cx="240" cy="${y + 28}" rx="${width / 2 - 18}" ry="18" fill="url(#side)"/>`,
    `<path d="M228 ${y + 28}h24M240 ${y + 19}v18" stroke="#fff" stroke-width="4" stroke-linecap="round" opacity=".8"/>`,
    `<path d="M${x + 12} ${y + 30}c-48 8-44 96-12 104" fill="none" stroke="url(#side)" stroke-width="9" stroke-linecap="round"/>`,
  ].join("");
}

/** A zipped hard case. */
export function travelCase(): string {
  return [
    box(110, 138, [260, 226, 92], `fill="url(#side)"`),
    box(110, 124, [260, 220, 92], `fill="url(#body)"`),
    `<path d="M114 236h252" stroke="#fff" stroke-opacity=".5" stroke-width="4" stroke-dasharray="6 5"/>`,
    box(346, 226, [20, 44, 9], `fill="url(#metal)"`),
    `<circle cx="240" cy="186" r="17" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="5"/>`,
  ].join("");
}
