/** Keeps a host from becoming lower than `height` pixels. */
export function holdHeight(host: HTMLElement, height: number): void {
  host.style.setProperty("--goeswith-hold", `${height}px`);
}
