/** Resolves when all of the page's markup is there. */
export function whenParsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
    else resolve();
  });
}
