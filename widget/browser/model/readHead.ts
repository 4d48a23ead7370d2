import type { Head } from "../../types/model.ts";
import { swallow } from "../lib/guard.ts";
import type { Model } from "./createModel.ts";

/** The best-known products of the model, whose cards are loaded with it; nothing where they cannot be read. */
export async function readHead(model: Model): Promise<Head | undefined> {
  const head = (await model.read("head.json").catch(swallow)) as Partial<Head> | undefined;
  return head?.best && (head as Head);
}
