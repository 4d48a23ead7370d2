import type { TakeOver } from "../types/command.ts";

/**
 * Loads the core from the folder of the chunks. What import() was refused or could not fetch is tried once more by a script element:
 * CSP lets one in that was made by a trusted script. Never settles when that fails too.
 */
export function importCore(base: string | undefined, nonce: string): Promise<TakeOver> | undefined {
  if (!base) return undefined;
  const url = new URL(__CORE__, base).href;
  return (import(/* @vite-ignore */ url) as Promise<{ takeOver: TakeOver }>).then(
    (core) => core.takeOver,
    () => new Promise<TakeOver>((resolve) => byElement(url, nonce, resolve)),
  );
}

/** The core announces itself with an event named by its own address. */
function byElement(url: string, nonce: string, loaded: (takeOver: TakeOver) => void): void {
  const script = document.createElement("script");
  addEventListener(url, (event) => loaded((event as CustomEvent<TakeOver>).detail), { once: true });
  script.type = "module";
  script.nonce = nonce;
  script.src = trusted(url);
  script.onload = script.onerror = () => script.remove();
  document.head.append(script);
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Where the page demands a policy for script addresses and allows none, a plain string is all there is. */
function trusted(url: string): string {
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    return trustedTypes ? trustedTypes.createPolicy("goeswith", { createScriptURL: (same) => same }).createScriptURL(url) : url;
  } catch {
    return url;
  }
}
