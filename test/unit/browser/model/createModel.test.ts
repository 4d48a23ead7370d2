import { describe, expect, test, vi } from "vitest";
import { createModel } from "../../../../widget/browser/model/createModel.ts";
import { shardOf } from "../../../../widget/browser/model/shardOf.ts";
import { aManifest } from "../../../support/aManifest.ts";

const MANIFEST = aManifest({ build: "b1", shards: 64 });
const at = (key: string) => `/m/b1/${shardOf(key, 64)}.json`;

function aShop(over: Record<string, unknown> = {}) {
  const files: Record<string, unknown> = {
    "/m/manifest.json": MANIFEST,
    "/m/b1/head.json": { best: [["lamp", 99]], cards: { lamp: { title: "Lamp" } } },
    [at("phone")]: {
      entries: { phone: { with: [["case", 100, 5, 25]] } },
      cards: { phone: { title: "Phone", price: 49900 }, case: { title: "Case" } },
    },
    [at("SKU-9")]: { entries: {}, cards: {}, aliases: { "SKU-9": "phone" } },
    ...over,
  };
  const get = vi.fn<(address: string) => Promise<unknown>>(async (address) => {
    if (files[address] === undefined) throw new Error(`${address} answered 404`);
    return files[address];
  });
  return { get, files, asked: () => get.mock.calls.map(([address]) => address) };
}

test("reads the manifest and the shard of a key, and nothing else", async () => {
  const { get, asked } = aShop();
  const part = await createModel({ address: "/m/", get }).load(["phone"]);
  expect(asked()).toEqual(["/m/manifest.json", at("phone")]);
  expect(part.entry("phone")?.with).toHaveLength(1);
  expect(part.product("phone")).toMatchObject({ id: "phone", price: { minor: 49900, currency: "EUR" } });
});

test("uses the manifest that is already on its way", async () => {
  const { get, asked } = aShop();
  await createModel({ address: "/m", manifest: Promise.resolve(MANIFEST), get }).load(["phone"]);
  expect(asked()).toEqual([at("phone")]);
});

test("asks for each file once, also while it is under way", async () => {
  const { get, asked } = aShop();
  const model = createModel({ address: "/m", get });
  await Promise.all([model.load(["phone"]), model.read("head.json"), model.load(["phone"]), model.read("head.json")]);
  await model.load(["phone"]);
  expect(asked().sort()).toEqual([at("phone"), "/m/b1/head.json", "/m/manifest.json"].sort());
});

describe("a file that is read by its name", () => {
  test("is returned as it is, and its cards are loaded then", async () => {
    const { get, files } = aShop();
    const model = createModel({ address: "/m", get });
    expect((await model.load([])).product("lamp")).toBeUndefined();
    expect(await model.read("head.json")).toBe(files["/m/b1/head.json"]);
    expect((await model.load([])).product("lamp")?.title).toBe("Lamp");
  });

  test("rejects when it cannot be read, and is asked for again the next time", async () => {
    const { get, files } = aShop();
    const head = files["/m/b1/head.json"];
    delete files["/m/b1/head.json"];
    const model = createModel({ address: "/m", get });
    await expect(model.read("head.json")).rejects.toThrow("answered 404");
    files["/m/b1/head.json"] = head;
    expect(await model.read("head.json")).toBe(head);
  });

  test("rejects when the manifest cannot be read", async () => {
    const { get } = aShop({ "/m/manifest.json": undefined });
    await expect(createModel({ address: "/m", get }).read("head.json")).rejects.toThrow("answered 404");
  });
});

describe("names in the page's language", () => {
  const local = { ...MANIFEST, locales: ["de", "pt-br"] };
  const shards = { "/m/manifest.json": local };
  const inFolder = (folder: string) => at("phone").replace("/b1/", `/b1/${folder}`);
  const shardOf = (title: string) => ({ entries: {}, cards: { phone: { title } } });

  test.each([
    ["de", "de/"],
    ["de-AT", "de/"],
    ["DE", "de/"],
    ["pt-BR", "pt-br/"],
    ["pt", ""],
    ["fr", ""],
    ["", ""],
  ])("of %j are read from the folder %j, with no request more", async (locale, folder) => {
    const { get, asked } = aShop({ ...shards, [inFolder(folder)]: shardOf(locale) });
    const part = await createModel({ address: "/m", locale: () => locale, get }).load(["phone"]);
    expect(asked()).toEqual(["/m/manifest.json", inFolder(folder)]);
    expect(part.product("phone")?.title).toBe(locale);
  });

  test("stand in the head too", async () => {
    const { get } = aShop({ ...shards, "/m/b1/de/head.json": { best: [["lamp", 99]], cards: { lamp: { title: "Lampe" } } } });
    const model = createModel({ address: "/m", locale: () => "de", get });
    await model.read("head.json");
    expect((await model.load([])).product("lamp")?.title).toBe("Lampe");
  });

  test("are not asked for where the model has none", async () => {
    const { get, asked } = aShop();
    await createModel({ address: "/m", locale: () => "de", get }).load(["phone"]);
    expect(asked()).toEqual(["/m/manifest.json", at("phone")]);
  });
});

test("an alias's shard leads to the product's own", async () => {
  const { get } = aShop();
  const part = await createModel({ address: "/m", get }).load(["SKU-9"]);
  expect(part.resolve("SKU-9")).toBe("phone");
  expect(part.product("SKU-9")?.id).toBe("phone");
  expect(part.entry("SKU-9")?.with?.[0]?.[0]).toBe("case");
});

test("a shard that fails is left out, and asked for again the next time", async () => {
  const { get, files } = aShop();
  const shard = files[at("phone")];
  delete files[at("phone")];
  const model = createModel({ address: "/m", get });
  const part = await model.load(["phone", "SKU-9"]);
  expect(part.entry("phone")).toBeUndefined();
  expect(part.resolve("SKU-9")).toBe("phone");
  files[at("phone")] = shard;
  expect((await model.load(["phone"])).entry("phone")).toBeDefined();
});

test.each([
  ["null", null],
  ["a text", "oops"],
  ["without cards", { entries: { phone: {} } }],
])("a shard that is %s is left out", async (_, shard) => {
  const { get } = aShop({ [at("phone")]: shard });
  expect((await createModel({ address: "/m", get }).load(["phone"])).product("phone")).toBeUndefined();
});

test.each([
  ["another format", { ...MANIFEST, format: 2 }, "unknown format"],
  ["not an object", [], "unknown format"],
  ["missing", undefined, "answered 404"],
])("a manifest that is %s rejects", async (_, manifest, message) => {
  const { get } = aShop({ "/m/manifest.json": manifest });
  await expect(createModel({ address: "/m", get }).load([])).rejects.toThrow(message);
});

test("a manifest that failed is read anew the next time", async () => {
  const { get } = aShop();
  const model = createModel({ address: "/m", manifest: Promise.reject(new Error("offline")), get });
  await expect(model.load(["phone"])).rejects.toThrow("offline");
  expect((await model.load(["phone"])).entry("phone")).toBeDefined();
});

test("an aborted load rejects, and the files it began to read serve the next one", async () => {
  const { get, asked } = aShop();
  const model = createModel({ address: "/m", get });
  const abort = new AbortController();
  const loading = model.load(["phone"], abort.signal);
  abort.abort(new Error("another pass"));
  await expect(loading).rejects.toThrow("another pass");
  await model.load(["phone"]);
  expect(asked()).toEqual(["/m/manifest.json", at("phone")]);
});

test("row 101: a product called __proto__ is a product like any other", async () => {
  const shard = JSON.parse('{"entries":{"__proto__":{"with":[["case",9,1]]}},"cards":{"__proto__":{"title":"Odd"}}}') as unknown;
  const { get } = aShop({ [at("__proto__")]: shard, [at("constructor")]: { entries: {}, cards: {} } });
  const part = await createModel({ address: "/m", get }).load(["__proto__", "constructor"]);
  expect(part.product("__proto__")?.title).toBe("Odd");
  expect(part.product("constructor")).toBeUndefined();
  expect(part.entry("toString")).toBeUndefined();
  expect(({} as { with?: unknown }).with).toBeUndefined();
});
