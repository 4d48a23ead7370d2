const encoder = new TextEncoder();

/** FNV-1a, 32 bits, over the UTF-8 bytes of a text. */
export function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Number of the shard that holds a key: a product id, an alias, or `category:NAME`. */
export const shardOf = (key: string, shards: number): number => fnv1a32(key) % shards;
