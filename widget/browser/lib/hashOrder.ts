import { fnv } from "./fnv.ts";

/**
 * The shop's order id as it may leave the page: SHA-256 in hex of shop and id. Pages without `crypto.subtle` (plain http) get the
 * short one.
 */
export async function hashOrder(shop: string, id: string): Promise<string> {
  if (!crypto.subtle) return shortOrderHash(shop, id);
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(shop, id)))].map((byte) => hex(byte, 2)).join("");
}

/** 96 bits of FNV in hex, which still tell orders apart. */
export function shortOrderHash(shop: string, id: string): string {
  return [0, 1, 2].map((seed) => hex(fnv(bytesOf(shop, id), seed), 8)).join("");
}

const bytesOf = (shop: string, id: string) => new TextEncoder().encode(`${shop}\n${id}`);

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, "0");
