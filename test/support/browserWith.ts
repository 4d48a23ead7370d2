import { type Browser, chromium } from "@playwright/test";
import { obtainChromium } from "./findBrowser.ts";

/** A browser of its own that keeps pages it has left, and takes `shop.test` for this machine. */
export function startKeepingBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: obtainChromium(),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP shop.test 127.0.0.1"],
  });
}
