import { box } from "../../pictures/frame.ts";

const port = (x: number, y: number): string =>
  box(x, y, [44, 15, 7.5], `fill="#1c2130"`) + box(x + 7, y + 5, [30, 5, 2.5], `fill="#6d7689"`);

/** A plug with one or two sockets for cables. */
export function charger(outlets: number): string {
  const ports = outlets > 1 ? port(196, 262) + port(196, 300) : port(196, 282);
  return [
    `<g transform="rotate(-8 240 240)">`,
    box(322, 176, [62, 17, 8.5], `fill="url(#metal)"`),
    box(322, 268, [62, 17, 8.5], `fill="url(#metal)"`),
    box(118, 128, [210, 210, 46], `fill="url(#side)"`),
    box(118, 128, [196, 210, 46], `fill="url(#body)"`),
    `<path d="M226 166l-24 40h22l-10 32 32-44h-22l12-28z" fill="#fff" opacity=".85"/>${ports}</g>`,
  ].join("");
}

/** A short stub with a ring of light. */
export function carCharger(): string {
  return [
    `<g transform="rotate(24 240 240)">`,
    box(206, 214, [68, 160, 20], `fill="url(#side)"`),
    box(222, 366, [36, 24, 10], `fill="url(#metal)"`),
    box(176, 104, [128, 124, 40], `fill="url(#body)"`),
    `<ellipse cx="240" cy="132" rx="50" ry="16" fill="#1c2130"/><ellipse cx="240" cy="132" rx="50" ry="16" fill="none" stroke="#7fd4ff" stroke-width="4"/>`,
    `</g>`,
  ].join("");
}

const plug = (x: number, y: number, turn: number): string =>
  `<g transform="rotate(${turn} ${x} ${y})">${box(x - 19, y - 8, [38, 66, 13], `fill="url(#body)"`)}${box(x - 12, y - 36, [24, 32, 7], `fill="url(#metal)"`)}</g>`;

/** A coiled cable with its two ends. */
export function cable(): string {
  const coil = "M150 190C150 92 340 92 340 200S150 320 150 220 330 130 330 226 196 300 196 232";
  return [
    `<path d="${coil}" fill="none" stroke="url(#side)" stroke-width="19" stroke-linecap="round"/>`,
    `<path d="${coil}" fill="none" stroke="url(#body)" stroke-width="13" stroke-linecap="round"/>`,
    `<path d="M150 190v136M340 200q4 60-34 104" fill="none" stroke="url(#body)" stroke-width="14" stroke-linecap="round"/>`,
    plug(150, 326, 180),
    plug(303, 308, 216),
  ].join("");
}

/** A rounded slab with four lights. */
export function powerBank(large: boolean): string {
  const height = large ? 282 : 220;
  const top = 240 - height / 2;
  const lights = [0, 1, 2, 3].map(
    (index) =>
      `<circle cx="${207 + index * 22}" cy="${top + 46}" r="5" fill="${index < 3 ? "#8be0b4" : "#fff"}" opacity="${index < 3 ? 1 : 0.4}"/>`,
  );
  return [
    `<g transform="rotate(9 240 240)">`,
    box(158, top, [172, height, 44], `fill="url(#side)"`),
    box(150, top, [172, height, 44], `fill="url(#body)"`),
    lights.join(""),
    `<path d="M244 ${top + height - 96}l-22 38h20l-9 30 30-42h-21l11-26z" fill="#fff" opacity=".7"/></g>`,
  ].join("");
}

/** One or two felt discs to charge on. */
export function chargingPad(places: number): string {
  const disc = (x: number, radius: number): string =>
    [
      `<ellipse cx="${x}" cy="290" rx="${radius}" ry="${radius * 0.46}" fill="url(#side)"/>`,
      `<ellipse cx="${x}" cy="272" rx="${radius}" ry="${radius * 0.46}" fill="url(#body)"/>`,
      `<ellipse cx="${x}" cy="272" rx="${radius * 0.62}" ry="${radius * 0.28}" fill="none" stroke="#fff" stroke-width="5" stroke-opacity=".55"/>`,
    ].join("");
  const lead = `<path d="M240 214C240 150 300 160 330 120" fill="none" stroke="url(#side)" stroke-width="10" stroke-linecap="round"/>`;
  return lead + (places > 1 ? disc(160, 96) + disc(320, 96) : disc(240, 136));
}

/** A camera's spare battery. */
export function battery(): string {
  return [
    `<g transform="rotate(-10 240 240)">`,
    box(158, 104, [176, 270, 26], `fill="url(#side)"`),
    box(150, 104, [176, 270, 26], `fill="url(#body)"`),
    [0, 1, 2].map((index) => box(182 + index * 42, 104, [26, 30, 5], `fill="#e3b65c"`)).join(""),
    box(172, 164, [132, 182, 14], `fill="#fff" opacity=".16"`),
    `<path d="M246 200l-34 58h30l-14 46 46-66h-32l18-38z" fill="#fff" opacity=".85"/></g>`,
  ].join("");
}
