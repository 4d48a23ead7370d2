import { afterEach, beforeEach, vi } from "vitest";

/** Hears what the tests of a file print, in place of the terminal; each begins with nothing printed. */
export function hearPrinted(): { said(): string; clear(): void } {
  let printed: string[] = [];
  const clear = () => void (printed = []);
  beforeEach(() => {
    clear();
    vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  });
  afterEach(() => vi.restoreAllMocks());
  return { said: () => printed.join("\n"), clear };
}
