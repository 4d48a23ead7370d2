const shield = (look: string): string =>
  `<path d="M240 92c40 30 84 42 124 42 0 118-22 200-124 256-102-56-124-138-124-256 40 0 84-12 124-42z" ${look}/>`;

/** A shield; more years of care, a second ring. */
export function care(plus: boolean): string {
  return [
    plus
      ? `<g transform="translate(240 240) scale(1.1) translate(-240 -240)">${shield(`fill="none" stroke="url(#body)" stroke-width="6" opacity=".6"`)}</g>`
      : "",
    shield(`fill="url(#body)"`),
    `<path d="M240 92c40 30 84 42 124 42 0 118-22 200-124 256z" fill="#000" opacity=".1"/>`,
    `<path d="M184 236l42 44 76-84" fill="none" stroke="#fff" stroke-width="24" stroke-linecap="round" stroke-linejoin="round"/>`,
  ].join("");
}

/** Two devices and an arrow from the one to the other. */
export function transfer(): string {
  const device = (x: number, y: number, fill: string): string =>
    `<rect x="${x}" y="${y}" width="122" height="230" rx="26" fill="${fill}"/><rect x="${x + 9}" y="${y + 9}" width="104" height="212" rx="18" fill="#fff" opacity=".28"/>`;
  return [
    device(96, 106, "url(#side)"),
    device(262, 150, "url(#body)"),
    `<path d="M170 214c40-54 96-54 132-8M310 166l-2 46-44-6" fill="none" stroke="#fff" stroke-width="15" stroke-linecap="round" stroke-linejoin="round"/>`,
  ].join("");
}

/** An umbrella: insurance. */
export function umbrella(): string {
  return [
    `<path d="M240 232v126c0 42-58 42-58 4" fill="none" stroke="url(#metal)" stroke-width="15" stroke-linecap="round"/>`,
    `<path d="M80 246C90 66 390 66 400 246c-28-26-58-26-80 0-24-28-56-28-80 0-24-28-56-28-80 0-22-26-52-26-80 0z" fill="url(#body)"/>`,
    `<path d="M240 112c-52 34-78 80-80 134 24-28 56-28 80 0z" fill="#fff" opacity=".2"/><path d="M240 86v30" stroke="url(#side)" stroke-width="11" stroke-linecap="round"/>`,
  ].join("");
}
