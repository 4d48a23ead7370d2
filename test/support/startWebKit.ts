import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WebKitPrograms } from "./findBrowser.ts";
import { createCall, type DrivenPage, drivePage } from "./webdriver.ts";

/** WebKitGTK's small browser, on a screen nobody sees. */
export interface WebKit {
  /** A new window without anything remembered; the one before is closed. */
  open(): Promise<DrivenPage>;
  /** Ends every process and removes what they wrote. */
  stop(): Promise<void>;
}

/** How long the driver may take to answer for the first time, and between two questions, in milliseconds. */
const PATIENCE = 15_000;
const PAUSE = 50;
/** Leaves the page about the room that the other browsers' tests have. */
const WINDOW = { x: 0, y: 0, width: 1280, height: 760 };

export async function startWebKit({ driver, screen, browser }: WebKitPrograms): Promise<WebKit> {
  const home = await mkdtemp(join(tmpdir(), "goeswith-webkit-"));
  const server = start(screen, ["-displayfd", "3", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], {});
  const display = await new Promise<string>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`${screen} ended`)));
    server.stdio[3]?.once("data", (digits: Buffer) => resolve(`:${String(digits).trim()}`));
  });
  const port = await freePort();
  const own = { DISPLAY: display, HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, NO_AT_BRIDGE: "1" };
  const driving = start(driver, [`--port=${port}`], own);
  const origin = `http://127.0.0.1:${port}`;
  const call = createCall(origin);
  await answered(`${origin}/status`);
  let session: string | undefined;
  const close = async () => {
    if (session) await call("DELETE", session);
    session = undefined;
  };
  return {
    async open() {
      await close();
      const options = { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } };
      const opened = (await call("POST", "/session", { capabilities: { alwaysMatch: options } })) as { readonly sessionId: string };
      session = `/session/${opened.sessionId}`;
      const inside = createCall(origin + session);
      await inside("POST", "/window/rect", WINDOW);
      return drivePage(inside);
    },
    async stop() {
      await close().catch(() => undefined);
      await Promise.all([end(driving), end(server)]);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Started as the head of a group, so that ending it ends what it started. */
function start(program: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(program, args, { detached: true, stdio: ["ignore", "ignore", "ignore", "pipe"], env: { ...process.env, ...env } });
  process.once("exit", () => kill(child));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  kill(child);
  await ended;
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid);
  } catch {
    // It has ended already.
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function answered(address: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; ;) {
    const isUp = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    if (Date.now() > end) throw new Error(`${address} does not answer`);
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}
