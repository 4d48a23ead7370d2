import { box } from "../../pictures/frame.ts";

/** An open laptop; `inches` makes it larger. */
export function laptop(inches: number): string {
  const scale = 0.8 + (inches - 13) * 0.055;
  return [
    `<g transform="translate(240 236) scale(${scale.toFixed(3)}) translate(-240 -240)">`,
    box(82, 94, [316, 224, 20], `fill="url(#side)"`),
    box(92, 104, [296, 202, 12], `fill="#10131b"`),
    `<clipPath id="pane">${box(98, 110, [284, 190, 8], "")}</clipPath><g clip-path="url(#pane)">${box(98, 110, [284, 190, 8], `fill="url(#screen)"`)}`,
    `<circle cx="330" cy="290" r="112" fill="url(#body)" opacity=".8"/><circle cx="150" cy="300" r="84" fill="#fff" opacity=".22"/></g>`,
    `<path d="M40 322h400l18 26q4 10-8 10H30q-12 0-8-10z" fill="url(#metal)"/><path d="M22 350h436q-2 14-18 14H40q-16 0-18-14z" fill="#7d8696"/>`,
    `<path d="M196 322h88l-8 12h-72z" fill="#8d96a6"/></g>`,
  ].join("");
}

/** A felt envelope with a strap. */
export function sleeve(inches: number): string {
  const width = 210 + (inches - 13) * 28;
  const x = 240 - width / 2;
  return [
    `<g transform="rotate(-5 240 240)">`,
    box(x + 10, 110, [width - 20, 60, 16], `fill="url(#metal)"`),
    box(x, 132, [width, 232, 22], `fill="url(#body)"`),
    box(x + 12, 144, [width - 24, 208, 14], `fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="3" stroke-dasharray="7 6"`),
    box(216, 106, [48, 118, 12], `fill="#a9764a"`),
    `<circle cx="240" cy="204" r="8" fill="#e9c58f"/></g>`,
  ].join("");
}

/** A bar of ports with a lead. */
export function dock(ports: number): string {
  const holes = Array.from({ length: Math.ceil(ports / 1.5) }, (_, index) =>
    box(112 + index * (252 / Math.ceil(ports / 1.5)), 262, [28, 17, 5], `fill="#161a25"`),
  );
  return [
    `<path d="M380 262C440 250 430 160 372 150" fill="none" stroke="url(#side)" stroke-width="14" stroke-linecap="round"/>`,
    box(322, 136, [58, 28, 10], `fill="url(#metal)"`),
    `<path d="M100 214h280q8 0 12 8l10 22H78l10-22q4-8 12-8z" fill="url(#body)"/>`,
    box(76, 240, [328, 70, 18], `fill="url(#side)"`),
    holes.join(""),
    `<circle cx="384" cy="294" r="4" fill="#8be0b4"/>`,
  ].join("");
}

/** A mouse from above. */
export function mouse(tall: boolean): string {
  const lean = tall ? `transform="rotate(14 240 240)"` : `transform="rotate(-8 240 240)"`;
  return [
    `<g ${lean}>`,
    box(168, 96, [164, 292, 82], `fill="url(#side)"`),
    box(160, 92, [164, 286, 82], `fill="url(#body)"`),
    `<path d="M242 96v104M164 210q78 26 156 0" fill="none" stroke="#000" stroke-opacity=".18" stroke-width="4"/>`,
    box(228, 128, [28, 66, 14], `fill="#20242f"`),
    `</g>`,
  ].join("");
}

/** A folded stand from the side. */
export function stand(): string {
  return [
    `<path d="M110 376L210 150l30 14-94 212z" fill="url(#side)"/><path d="M110 376h262v-22H130z" fill="url(#body)"/>`,
    `<path d="M176 168l196-50 8 26-196 52z" fill="url(#body)"/><path d="M372 118l22-6 10 36-22 8z" fill="url(#side)"/>`,
    `<circle cx="218" cy="172" r="14" fill="url(#metal)"/>`,
  ].join("");
}

/** A bag for a camera: a sling with a strap, or a backpack. */
export function bag(backpack: boolean, large: boolean): string {
  if (backpack) {
    return [
      `<path d="M196 108c0-50 88-50 88 0" fill="none" stroke="url(#side)" stroke-width="15"/>`,
      box(130, 96, [220, 302, 62], `fill="url(#body)"`),
      box(156, 246, [168, 122, 26], `fill="#000" opacity=".12"`),
      `<path d="M158 190h164" stroke="#fff" stroke-opacity=".55" stroke-width="5" stroke-dasharray="8 6"/>`,
      box(226, 182, [16, 40, 7], `fill="url(#metal)"`),
      `<path d="M132 200q-32 70 0 150M348 200q32 70 0 150" fill="none" stroke="url(#side)" stroke-width="13" stroke-linecap="round"/>`,
    ].join("");
  }
  const [x, width] = large ? [92, 296] : [108, 264];
  return [
    `<path d="M${x + 20} 220C90 60 390 60 ${x + width - 20} 220" fill="none" stroke="url(#side)" stroke-width="17" stroke-linecap="round"/>`,
    box(x, 186, [width, large ? 196 : 176, 56], `fill="url(#body)"`),
    `<path d="M${x + 6} 250q${width / 2 - 6} 44 ${width - 12} 0v-14q0-50-56-50H${x + 62}q-56 0-56 50z" fill="#000" opacity=".12"/>`,
    box(224, 246, [32, 48, 10], `fill="url(#metal)"`),
  ].join("");
}
