import { createHash, timingSafeEqual } from "node:crypto";
import { isLoopbackAddress, isLoopbackName } from "./allowOrigin.ts";

/** Who asks for the report. */
export interface Reader {
  /** Of the socket, not of a header. */
  readonly address: string | undefined;
  /** The `Host` header: what the asker calls this machine. */
  readonly host: string | undefined;
  readonly authorization: string | undefined;
  /** `?token=` of the address: a page and its event stream cannot send headers. */
  readonly token: string | undefined;
  /** The `X-Forwarded-For` header: who stands behind a proxy on this machine. */
  readonly forwardedFor: string | undefined;
}

/**
 * Whether the report may be read. With a token, whoever has it. Without, this machine only; a proxy that says it speaks for
 * another machine is not this machine, and neither is a name that a page elsewhere lets point here.
 */
export function mayRead(reader: Reader, token: string | undefined): boolean {
  if (token !== undefined) {
    const given = reader.authorization?.replace(/^Bearer +/i, "") ?? reader.token ?? "";
    return timingSafeEqual(digest(given), digest(token));
  }
  const behind = (reader.forwardedFor ?? "").split(",").map((address) => address.trim());
  const url = `http://${reader.host ?? ""}`;
  const isCalledHere = URL.canParse(url) && isLoopbackName(new URL(url).hostname);
  return isCalledHere && isLoopbackAddress(reader.address) && behind.every((address) => address === "" || isLoopbackAddress(address));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
