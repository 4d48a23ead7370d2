import { createHash, timingSafeEqual } from "node:crypto";
import { isLoopbackAddress } from "./allowOrigin.ts";

/** Who asks for the report. */
export interface Reader {
  /** Of the socket, not of a header. */
  readonly address: string | undefined;
  readonly authorization: string | undefined;
  /** `?token=` of the address: a page and its event stream cannot send headers. */
  readonly token: string | undefined;
  /** The `X-Forwarded-For` header: who stands behind a proxy on this machine. */
  readonly forwardedFor: string | undefined;
}

/**
 * Whether the report may be read. With a token, whoever has it. Without, this machine only; a proxy that says it speaks for
 * another machine is not this machine.
 */
export function mayRead(reader: Reader, token: string | undefined): boolean {
  if (token !== undefined) {
    const given = reader.authorization?.replace(/^Bearer +/i, "") ?? reader.token ?? "";
    return timingSafeEqual(digest(given), digest(token));
  }
  const behind = (reader.forwardedFor ?? "").split(",").map((address) => address.trim());
  return isLoopbackAddress(reader.address) && behind.every((address) => address === "" || isLoopbackAddress(address));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
