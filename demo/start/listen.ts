import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

const TRIES = 50;

/** Listens on `port`, or on the next one that is free; 0 is any. Answers the port taken. */
export async function listen(server: Server, port: number): Promise<number> {
  for (let wanted = port; wanted < port + TRIES; wanted++) {
    const taken = await attempt(server, wanted);
    if (taken !== undefined) return taken;
  }
  throw new Error(`ports ${port} to ${port + TRIES - 1} are all taken: name another with --port`);
}

function attempt(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => (error.code === "EADDRINUSE" ? resolve(undefined) : reject(error));
    server.once("error", onError);
    server.listen(port, () => {
      server.off("error", onError);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
