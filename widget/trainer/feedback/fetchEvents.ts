import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

export interface Fetching {
  readonly address: string;
  /** Of a collector whose private door asks for one. */
  readonly token?: string;
  /** File to write. */
  readonly to: string;
}

/** What a collector's private door answers with its events. Parquet keeps every id as it is. */
const EXPORT = "export";
const QUERY = "?table=events&format=parquet";

/** Whether it is to be fetched, and no file. */
export const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);

/** Of a collector's own address the export of its events; an address that names a file, or asks for something, as it is. @throws where it is none. */
export function exportAddress(address: string): string {
  if (!URL.canParse(address)) throw new Error(`${address} is no address; https://HOST/ of a collector, or that of a file, is needed`);
  const url = new URL(address);
  const last = url.pathname.split("/").at(-1) ?? "";
  if (url.search || last.includes(".")) return url.href;
  return new URL(`${last === EXPORT ? "" : `${url.pathname.replace(/\/?$/, "/")}${EXPORT}`}${QUERY}`, url).href;
}

/** Writes what an address answers into a file, a piece at a time. @throws with what to do about it. */
export async function fetchEvents({ address, token, to }: Fetching): Promise<void> {
  const url = exportAddress(address);
  const answer = await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }).catch((error: unknown) => {
    throw new Error(`${url} cannot be reached (${causeOf(error)}). Is the collector running there?`);
  });
  if (!answer.ok || !answer.body) throw new Error(`${url} answers ${answer.status}${adviceOn(answer.status, token)}`);
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(to)).catch((error: unknown) => {
    throw new Error(`${url} broke off (${causeOf(error)}). Nothing was written; try again`);
  });
}

function adviceOn(status: number, token: string | undefined): string {
  if (status === 401 || status === 403) {
    return token === undefined
      ? "; give the collector's token with --token, or ask on the collector's own machine"
      : "; the token is another";
  }
  return status === 404 ? "; there is no collector's private door, and no file" : "";
}

function causeOf(error: unknown): string {
  const { cause, message } = error instanceof Error ? error : { cause: undefined, message: String(error) };
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
