import { box, glass } from "../../pictures/frame.ts";

/** A mirrorless camera from the front; the full-frame one has a hump for its viewfinder. */
export function camera(hump: boolean): string {
  return [
    hump ? `<path d="M188 150l18-38q4-8 14-8h48q10 0 14 8l18 38z" fill="url(#side)"/>` : box(110, 124, [64, 30, 9], `fill="url(#side)"`),
    box(314, 124, [46, 22, 8], `fill="url(#metal)"`),
    box(84, 142, [312, 208, 34], `fill="url(#side)"`),
    box(84, 142, [312, 62, 34], `fill="url(#metal)"`),
    box(84, 178, [312, 138, 6], `fill="url(#body)"`),
    box(84, 178, [58, 160, 20], `fill="#000" opacity=".22"`),
    `<circle cx="252" cy="250" r="92" fill="url(#metal)"/><circle cx="252" cy="250" r="84" fill="#20242f"/>`,
    glass(252, 250, 74),
    `<circle cx="364" cy="206" r="7" fill="#ffdca8"/>`,
  ].join("");
}

/** A small waterproof camera. */
export function actionCamera(frontScreen: boolean): string {
  return [
    box(116, 136, [248, 212, 40], `fill="url(#side)"`),
    box(108, 128, [248, 212, 40], `fill="url(#body)"`),
    box(212, 146, [128, 128, 28], `fill="#171b26"`),
    glass(276, 210, 56),
    frontScreen ? box(126, 150, [72, 66, 10], `fill="url(#screen)"`) : box(126, 150, [72, 66, 10], `fill="#000" opacity=".16"`),
    `<circle cx="150" cy="306" r="7" fill="#ff7a6b"/>`,
    box(206, 352, [26, 40, 8], `fill="url(#side)"`),
    box(244, 352, [26, 40, 8], `fill="url(#side)"`),
  ].join("");
}

/** A lens standing on its mount; `length` 0 (pancake) to 1 (telephoto). */
export function lens(length: number): string {
  const height = 150 + length * 130;
  const top = 384 - height;
  const ribs = Array.from(
    { length: 13 },
    (_, index) =>
      `<path d="M${172 + index * 11.4} ${top + height * 0.36}v${(height * 0.26).toFixed(0)}" stroke="#000" stroke-opacity=".3" stroke-width="5"/>`,
  );
  return [
    box(176, 352, [128, 36, 10], `fill="url(#metal)"`),
    box(158, top + 20, [164, height - 44, 18], `fill="url(#body)"`),
    ribs.join(""),
    box(158, top + height * 0.7, [164, 9, 0], `fill="#e9b35d"`),
    `<ellipse cx="240" cy="${top + 26}" rx="96" ry="38" fill="url(#side)"/><ellipse cx="240" cy="${top + 22}" rx="82" ry="30" fill="#141824"/>`,
    `<ellipse cx="240" cy="${top + 24}" rx="58" ry="20" fill="#2b3a66"/><ellipse cx="214" cy="${top + 17}" rx="16" ry="6" fill="#fff" opacity=".6"/>`,
  ].join("");
}

/** A memory card; the large one has a slanted corner and a switch. */
export function memoryCard(large: boolean): string {
  const [width, height] = large ? [206, 268] : [150, 204];
  const x = 240 - width / 2;
  const y = 240 - height / 2;
  const contacts = Array.from({ length: large ? 6 : 5 }, (_, index) =>
    box(x + 24 + index * (large ? 27 : 22), y + 18, [15, 44, 4], `fill="#e3b65c"`),
  );
  return [
    `<g transform="rotate(-9 240 240)"><path d="M${x + 14} ${y}h${width - 62}l48 46v${height - 60}q0 14-14 14H${x + 14}q-14 0-14-14V${y + 14}q0-14 14-14z" fill="url(#side)" transform="translate(7 6)"/>`,
    `<path d="M${x + 14} ${y}h${width - 62}l48 46v${height - 60}q0 14-14 14H${x + 14}q-14 0-14-14V${y + 14}q0-14 14-14z" fill="url(#body)"/>`,
    contacts.slice(0, -1).join(""),
    box(x + 22, y + height * 0.42, [width - 44, height * 0.44, 12], `fill="#fff" opacity=".2"`),
    `<circle cx="${x + 52}" cy="${y + height * 0.64}" r="15" fill="#fff" opacity=".75"/></g>`,
  ].join("");
}

/** Three legs and a head. */
export function tripod(): string {
  const leg = (path: string): string =>
    `<path d="${path}" stroke="url(#side)" stroke-width="17" stroke-linecap="round"/><path d="${path}" stroke="url(#body)" stroke-width="10" stroke-linecap="round"/>`;
  return [
    `<g fill="none">${leg("M240 176v214")}${leg("M228 170L138 396")}${leg("M252 170l90 226")}</g>`,
    `<path d="M172 312q68 34 136 0" fill="none" stroke="url(#metal)" stroke-width="7"/>`,
    box(204, 128, [72, 56, 16], `fill="url(#side)"`),
    box(188, 96, [104, 26, 10], `fill="url(#metal)"`),
    `<path d="M276 150l66-30" stroke="url(#side)" stroke-width="11" stroke-linecap="round"/>`,
  ].join("");
}

/** A clamp with a round bar through it. */
export function bikeMount(): string {
  return [
    box(56, 280, [368, 36, 18], `fill="url(#metal)"`),
    `<circle cx="240" cy="298" r="76" fill="url(#side)"/><circle cx="240" cy="298" r="44" fill="url(#metal)"/>`,
    box(196, 132, [88, 118, 20], `fill="url(#body)"`),
    box(208, 96, [22, 66, 8], `fill="url(#side)"`),
    box(250, 96, [22, 66, 8], `fill="url(#side)"`),
    `<circle cx="330" cy="298" r="17" fill="url(#body)"/>`,
  ].join("");
}

/** A small bottle with a spray head and a label. */
export function sprayBottle(): string {
  return [
    box(206, 84, [68, 40, 12], `fill="url(#side)"`),
    box(172, 92, [44, 20, 8], `fill="url(#metal)"`),
    box(216, 120, [48, 40, 6], `fill="url(#metal)"`),
    box(168, 156, [144, 244, 40], `fill="url(#body)"`),
    box(190, 232, [100, 110, 14], `fill="#fff" opacity=".7"`),
    `<circle cx="240" cy="287" r="26" fill="url(#side)" opacity=".8"/>`,
  ].join("");
}
