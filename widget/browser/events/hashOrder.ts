import { fnv } from "./fnv.ts";

/**
 * The shop's order id as it may leave the page: SHA-256 in hex of shop and id. Pages without `crypto.subtle` (plain http) get 96 bits
 * of FNV in hex, which still tell orders apart.
 */
export async function hashOrder(shop: string, id: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${shop}\n${id}`);
  if (!crypto.subtle) return [0, 1, 2].map((seed) => hex(fnv(bytes, seed), 8)).join("");
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => hex(byte, 2)).join("");
}

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, "0");
