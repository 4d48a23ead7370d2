import { isRecord } from "../../lib/isRecord.ts";

/** The object in `<script type="application/json" data-goeswith="NAME">`; `undefined` when there is none or it is not JSON. */
export function readJsonScript(name: "cart" | "order" | "customer"): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(document.querySelector(`script[data-goeswith="${name}"]`)?.textContent ?? "");
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
