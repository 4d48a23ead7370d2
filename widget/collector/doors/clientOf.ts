import { isIPv6 } from "node:net";

/** Groups of an IPv6 address that name a network; whoever has one has all the addresses in it. */
const NETWORK = 4;

/** Whom an address counts for when its requests are counted: itself, or its network where everyone has as many as they like. */
export function clientOf(address: string): string {
  const plain = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1] ?? address;
  if (!isIPv6(plain)) return plain;
  const [before = "", after] = plain.split("::");
  const [head, tail] = [before, after ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = Array.from({ length: 8 - (head?.length ?? 0) - (tail?.length ?? 0) }, () => "0");
  return [...(head ?? []), ...(after === undefined ? [] : zeros), ...(tail ?? [])].slice(0, NETWORK).join(":");
}
