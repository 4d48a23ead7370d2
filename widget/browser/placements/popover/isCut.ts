/** How wide a character is at most times, and what the frame of a list takes, in em. */
const CHARACTER = 0.5;
const FRAME = 3;

/** Whether a list is too narrow for one of its names. */
export function isCut(select: HTMLSelectElement): boolean {
  const em = Number.parseFloat(getComputedStyle(select).fontSize);
  return [...select.options].some(({ text }) => (text.length * CHARACTER + FRAME) * em > select.clientWidth);
}
