import { box, glass } from "../../pictures/frame.ts";

/** How the picture of a phone or of something for a phone differs: by maker and by size. */
export interface PhoneLook {
  readonly brand: string;
  /** Inches. */
  readonly screen: number;
}

const BACK = { width: 150, height: 306 };

function cameras({ brand }: PhoneLook, x: number, y: number): string {
  if (brand === "Norvik")
    return `<circle cx="${x + 75}" cy="${y + 62}" r="42" fill="#000" opacity=".16"/>${glass(x + 57, y + 62, 17)}${glass(x + 94, y + 62, 17)}`;
  if (brand === "Oriel") {
    return (
      box(x + 10, y + 22, [BACK.width - 20, 44, 22], `fill="#000" opacity=".2"`) +
      [40, 76].map((at) => glass(x + at, y + 44, 17)).join("") +
      dot(x + 112, y + 44)
    );
  }
  return (
    box(x + 15, y + 15, [52, 112, 26], `fill="#000" opacity=".15"`) +
    glass(x + 41, y + 42, 20) +
    glass(x + 41, y + 96, 20) +
    dot(x + 84, y + 34)
  );
}

const dot = (x: number, y: number): string => `<circle cx="${x}" cy="${y}" r="6" fill="#fff6d8" opacity=".9"/>`;

function back(look: PhoneLook, x: number, y: number): string {
  return [
    box(x, y, [BACK.width, BACK.height, 30], `fill="url(#side)"`),
    box(x + 3, y + 3, [BACK.width - 6, BACK.height - 6, 27], `fill="url(#body)"`),
    cameras(look, x, y),
    `<circle cx="${x + 75}" cy="${y + 190}" r="9" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="4"/>`,
  ].join("");
}

function front(x: number, y: number): string {
  return [
    box(x, y, [BACK.width, BACK.height, 30], `fill="url(#side)"`),
    box(x + 3, y + 3, [BACK.width - 6, BACK.height - 6, 27], `fill="#11141c"`),
    `<clipPath id="pane">${box(x + 10, y + 10, [BACK.width - 20, BACK.height - 20, 21], "")}</clipPath><g clip-path="url(#pane)">`,
    box(x + 10, y + 10, [BACK.width - 20, BACK.height - 20, 21], `fill="url(#screen)"`),
    `<circle cx="${x + 122}" cy="${y + 236}" r="86" fill="url(#body)" opacity=".85"/><circle cx="${x + 28}" cy="${y + 262}" r="70" fill="#fff" opacity=".2"/></g>`,
    box(x + 56, y + 19, [38, 11, 5.5], `fill="#0a0c12"`),
  ].join("");
}

/** Back and front, one behind the other; a larger phone is drawn larger. */
export function phone(look: PhoneLook): string {
  const scale = 0.86 + (look.screen - 5.9) * 0.17;
  return `<g transform="translate(240 236) scale(${scale.toFixed(3)}) translate(-240 -240)"><g transform="rotate(-7 190 240)">${back(look, 118, 84)}</g><g transform="rotate(5 290 250)">${front(216, 96)}</g></g>`;
}

/** A see-through shell around the ghost of a phone. */
export function clearCase(look: PhoneLook): string {
  return [
    `<g transform="rotate(-6 240 240)"><g opacity=".38">${back(look, 165, 84)}</g>`,
    box(153, 72, [174, 330, 42], `fill="#fff" fill-opacity=".34" stroke="#fff" stroke-width="5" stroke-opacity=".95"`),
    box(160, 79, [160, 316, 36], `fill="none" stroke="#8ea0bd" stroke-opacity=".45" stroke-width="2"`),
    cameras(look, 165, 84),
    `<path d="M306 110q8 8 8 30v150" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".9"/></g>`,
  ].join("");
}

/** A leather book, half open, seen from outside. */
export function folio(look: PhoneLook): string {
  const stitches = `fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2.5" stroke-dasharray="7 6"`;
  return [
    `<g transform="rotate(3 240 240)"><path d="M286 88l66 20q12 4 12 16v238q0 12-12 15l-66 16z" fill="url(#side)"/>`,
    `<path d="M290 104l56 17v240l-56 14z" fill="#fff" opacity=".1"/>`,
    box(128, 80, [172, 318, 24], `fill="url(#body)"`),
    box(139, 91, [150, 296, 16], stitches),
    cameras(look, 138, 92),
    `<path d="M128 330h172v44q0 24-24 24H152q-24 0-24-24z" fill="#000" opacity=".07"/></g>`,
  ].join("");
}

/** A pane of glass floating off the screen it protects. */
export function screenGlass(): string {
  return [
    `<g transform="rotate(-9 240 240)">${front(190, 92)}`,
    box(142, 74, [150, 306, 28], `fill="#dff1ff" fill-opacity=".42" stroke="#fff" stroke-width="4"`),
    `<path d="M164 300L272 120M164 250l74-124" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".65"/></g>`,
  ].join("");
}
