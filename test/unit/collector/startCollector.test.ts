import type { Socket } from "node:net";
import { connect } from "node:net";
import { once } from "node:events";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Collector } from "../../../widget/collector/startCollector.ts";
import { openLine } from "../../support/postOver.ts";
import { aCollector } from "./aCollector.ts";
import { aBatch, anEvent } from "./anEvent.ts";

const POST = "POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n";
const PIECE = Buffer.from(`4000\r\n${"x".repeat(0x4000)}\r\n`);
const OFFERED = 40_000_000;

function call({ events }: Collector): Socket {
  const { hostname, port } = new URL(events);
  const socket = connect(Number(port), hostname);
  // What a server that hangs up leaves unread comes back as an error.
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Resolves whether or not it ended in an error. */
const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once("close", () => resolve()));

/** Everything that comes back until the connection ends. */
async function hear(socket: Socket): Promise<string> {
  let heard = "";
  socket.on("data", (bytes) => (heard += String(bytes)));
  await closed(socket);
  return heard;
}

/** Sends as much as is taken, up to `OFFERED` bytes. Resolves with how much that was. */
async function pour(socket: Socket): Promise<number> {
  const ended = closed(socket);
  let sent = 0;
  for (; sent < OFFERED && !socket.destroyed; sent += PIECE.length)
    if (!socket.write(PIECE)) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), ended]);
  return sent;
}

describe("row 133: what never ends", () => {
  it.each([
    ["a body that does not say its length", "", 413],
    ["a compressed one", "Content-Encoding: gzip\r\n", 415],
    ["one from a page that may not send", "Origin: https://evil.example\r\n", 403],
  ])("%s is not read on, and memory stays flat", async (_name, header, status) => {
    const socket = call(await aCollector());
    const before = process.memoryUsage().arrayBuffers;
    const heard = hear(socket);
    socket.write(`${POST}${header}Transfer-Encoding: chunked\r\n\r\n`);
    expect(await pour(socket)).toBeLessThan(OFFERED / 2);
    expect(await heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(OFFERED / 4);
  });

  it.each([
    ["silence", ""],
    ["headers that do not end", POST],
    ["a body that does not arrive", `${POST}Content-Length: 9\r\n\r\n{`],
  ])("%s is given up", async (_name, text) => {
    const socket = call(await aCollector({ patience: 100 }));
    socket.write(text);
    expect(await hear(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("headers longer than any browser's are refused", async () => {
    const socket = call(await aCollector());
    socket.write(`${POST}X-A: ${"a".repeat(20_000)}\r\n\r\n`);
    expect(await hear(socket)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe("more connections than there may be", () => {
  const body = (id: string) => JSON.stringify(aBatch([anEvent("shown", id)]));

  it("are turned away, and those that only wait for their next request make room", async () => {
    const collector = await aCollector({ connections: 3 });
    const lines = await Promise.all([1, 2, 3].map(() => openLine(collector.events)));
    for (const [n, line] of lines.entries()) expect((await line.post(body(`e${n}`))).status).toBe(200);
    const socket = call(collector);
    expect(await hear(socket)).toBe("");
    await vi.waitFor(async () => expect((await (await openLine(collector.events)).post(body("f"))).status).toBe(200));
  });

  it("do not cost those their answer who are being served", async () => {
    const collector = await aCollector({ connections: 2 });
    const [first, second] = [call(collector), call(collector)];
    const heard = [hear(first), hear(second)];
    const text = body("e1");
    for (const socket of [first, second])
      socket.write(`${POST}Connection: close\r\nExpect: 100-continue\r\nContent-Length: ${text.length}\r\n\r\n`);
    await Promise.all([once(first, "data"), once(second, "data")]);
    expect(await hear(call(collector))).toBe("");
    for (const socket of [first, second]) socket.write(text);
    for (const answer of await Promise.all(heard)) expect(answer).toMatch(/HTTP\/1\.1 200 OK/);
  });
});
