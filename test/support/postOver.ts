import type { Socket } from "node:net";
import { connect } from "node:net";
import { once } from "node:events";

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A kept connection over which one body after the other is posted; so little work that many of them can press a server. */
export interface Line {
  /** Rejects when the connection breaks off before the answer is complete. */
  post(body: string): Promise<Answer>;
  close(): void;
}

export async function openLine(address: string, path = "/v1/events"): Promise<Line> {
  const { hostname, port, host } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: `;
  return {
    post(body) {
      const answer = readAnswer(socket);
      socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return answer;
    },
    close: () => void socket.destroy(),
  };
}

function readAnswer(socket: Socket): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const settle = (then: () => void) => {
      socket.off("data", onData).off("close", onClose).off("error", onError);
      then();
    };
    const onData = (bytes: Buffer) => {
      heard += bytes.toString("latin1");
      const answer = parseAnswer(heard);
      if (answer) settle(() => resolve(answer));
    };
    const onError = (error: Error) => settle(() => reject(error));
    const onClose = () => onError(new Error("the connection was closed before the answer"));
    socket.on("data", onData).on("close", onClose).on("error", onError);
    if (socket.destroyed) onClose();
  });
}

/** Once it is there whole; of ids and numbers only, so that a letter is a byte. */
function parseAnswer(heard: string): Answer | undefined {
  const end = heard.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(heard)?.[1] ?? 0);
  const body = heard.slice(end + 4);
  return body.length < length ? undefined : { status: Number(heard.slice(9, 12)), body };
}
