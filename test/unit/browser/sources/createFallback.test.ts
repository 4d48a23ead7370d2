import { describe, expect, it, vi } from "vitest";
import { createFallback } from "../../../../widget/browser/sources/createFallback.ts";
import type { Source } from "../../../../widget/types/source.ts";
import { aContext, aProduct } from "../../../support/builders.ts";

const fake = (name: string, recommend: Source["recommend"]): Source => ({ name, recommend: vi.fn<Source["recommend"]>(recommend) });
const dead = () => fake("http", async () => Promise.reject(new Error("dead")));
const model = () =>
  fake("model", async () => [{ kind: "cross-sell", product: aProduct(), score: 1, source: "model", goesWith: [{ line: "l1" }], because: [] }]);

describe("createFallback", () => {
  it("asks the next source where one fails", async () => {
    const found = await createFallback([dead(), model()]).recommend(aContext(), new AbortController().signal);
    expect(found.map(({ source }) => source)).toEqual(["model"]);
  });

  it("asks no other where one answers, even with nothing", async () => {
    const second = model();
    expect(await createFallback([fake("http", async () => []), second]).recommend(aContext(), new AbortController().signal)).toEqual([]);
    expect(second.recommend).not.toHaveBeenCalled();
  });

  it("says nothing when all fail or there is none", async () => {
    expect(await createFallback([dead(), dead()]).recommend(aContext(), new AbortController().signal)).toEqual([]);
    expect(await createFallback([]).recommend(aContext(), new AbortController().signal)).toEqual([]);
  });

  it("asks nobody else once the pass is over", async () => {
    const second = model();
    await expect(createFallback([dead(), second]).recommend(aContext(), AbortSignal.abort())).rejects.toThrow("dead");
    expect(second.recommend).not.toHaveBeenCalled();
  });
});
