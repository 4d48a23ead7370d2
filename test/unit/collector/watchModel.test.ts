import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { watchModel } from "../../../widget/collector/watchModel.ts";
import { aFolder } from "./aCollector.ts";

async function writeBuild(folder: string, build: string, shards: readonly object[]): Promise<void> {
  await mkdir(join(folder, build));
  await Promise.all(shards.map((shard, n) => writeFile(join(folder, build, `${n}.json`), JSON.stringify(shard))));
  await writeFile(join(folder, "manifest.json"), JSON.stringify({ build }));
}

it("reads the titles of all shards, by id and by alias", async () => {
  const folder = await aFolder();
  await writeBuild(folder, "b1", [
    { cards: { a: { title: "Apple" }, b: {} }, aliases: { SKU1: "p", SKU2: "nowhere" } },
    { cards: { p: { title: "Pear" } } },
  ]);
  const { title, stop } = await watchModel(folder);
  onTestFinished(stop);
  expect(["a", "b", "p", "SKU1", "SKU2", "toString"].map(title)).toEqual(["Apple", undefined, "Pear", "Pear", undefined, undefined]);
});

it("reads them again when the manifest changes", async () => {
  const folder = await aFolder();
  await writeBuild(folder, "b1", [{ cards: { a: { title: "Old" } } }]);
  const { title, stop } = await watchModel(folder);
  onTestFinished(stop);
  await writeBuild(folder, "b2", [{ cards: { a: { title: "New" } } }]);
  await utimes(join(folder, "manifest.json"), new Date(), new Date(Date.now() + 5000));
  await vi.waitFor(() => expect(title("a")).toBe("New"), { timeout: 4500, interval: 50 });
});

it("does without titles where there is no model, and says so", async () => {
  const told = vi.spyOn(console, "error").mockReturnValue();
  const { title, stop } = await watchModel(join(await aFolder(), "none"));
  onTestFinished(stop);
  expect(title("a")).toBeUndefined();
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

it("tells what shoppers moved in the build in use, and nothing where they were not heard", async () => {
  const changesIn = async (folder: string) => {
    const { changes, stop } = await watchModel(folder);
    onTestFinished(stop);
    return changes();
  };
  const folder = await aFolder();
  await writeBuild(folder, "b1", [{ cards: {} }]);
  expect(await changesIn(folder)).toBeUndefined();
  const pair = { kind: "cross-sell", for: "phone", product: "case", factor: 0.5, reason: "refused" };
  await writeBuild(folder, "b2", [{ cards: {} }]);
  await writeFile(join(folder, "b2", "changes.json"), JSON.stringify({ build: "b2", pairs: [pair, { factor: 2 }, null] }));
  expect(await changesIn(folder)).toEqual({ build: "b2", pairs: [pair] });
});
