/** What was said on this page so far. */
export const said = new Set<string>();

/** Tells the shop's developer something once per page: what is wrong, where, and how to mend it. */
export function say(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.info(`goeswith: ${message}`);
}
