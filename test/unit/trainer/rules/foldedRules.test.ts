import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Sight } from "../../../../widget/browser/flow/decide.ts";
import type { Rule } from "../../../../widget/types/config.ts";
import type { Line } from "../../../../widget/types/cart.ts";
import { aCart, aLine, euro } from "../../../support/builders.ts";
import { planPage, type PlannedPage } from "../../../support/planPage.ts";
import { aFolder, csv, orderRows, train, type Trained } from "../../../support/training.ts";
import { hearPrinted } from "../../../support/hearPrinted.ts";

const VARIANTS = '[{"id":"p64","options":{"memory":"64 GB"},"price":300},{"id":"p128","options":{"memory":"128 GB"},"price":350}]';
const CATALOGUE = csv(
  ["item_id", "name", "price", "category", "attributes", "tags", "sku", "variants", "stock"],
  ["phone", "Phone", "300", "Electronics/Phones", "maker=Aster", "new|gift", "SKU-1", VARIANTS, ""],
  ["pro", "Pro", "360", "Electronics/Phones", "maker=Aster", "", "", "", ""],
  ["tablet", "Tablet", "400", "Electronics/Tablets", "maker=Vela", "gift", "", "", ""],
  ["case", "Case", "20", "Cases", "", "", "", "", ""],
  ["folio", "Folio", "30", "Cases", "", "", "", "", ""],
  ["cable", "Cable", "10", "Cables", "", "", "SKU-C", "", ""],
  ["charger", "Charger", "25", "Chargers", "", "", "", "", ""],
  ["lamp", "Lamp", "15", "Lamps", "", "", "", "", "0"],
  ["tv", "TV", "900", "TVs", "", "", "", "", ""],
  ...["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"].map((id) => [id, `Bag ${id}`, "12", "Bags", "", "", "", "", ""]),
);
const ROWS = [
  ...orderRows("a", 40, "phone", "case", "cable"),
  ...orderRows("b", 30, "tablet", "folio"),
  ...orderRows("c", 20, "phone", "charger"),
  ...orderRows("d", 60, "cable"),
  ...["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"].flatMap((id, at) => orderRows(id, 9 - at, id)),
];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  "from a product, with words": [{ from: { product: "phone" }, with: ["charger", "tv"], text: "Charged at once" }],
  "from a broad category": [{ from: { category: "Electronics" }, with: ["tv"], instead: ["pro"] }],
  "from a tag": [{ from: { tag: "gift" }, with: ["b8"] }],
  "from an attribute of the product": [{ from: { attribute: { maker: "Aster" } }, with: ["folio"] }],
  "from what the variant decides": [{ from: { attribute: { memory: "128 GB" } }, with: ["tv"], never: ["case"] }],
  "from all of several": [{ from: { category: "Phones", tag: "new", attribute: { maker: "Aster" } }, with: ["b7"] }],
  "from every product": [{ from: {}, with: ["b6"], never: ["cable"] }],
  "to a category": [{ from: { product: "tablet" }, with: [{ category: "Bags" }] }],
  "to a category, in its place": [{ from: { product: "phone" }, instead: [{ category: "Phones" }] }],
  "to what is sold out or unknown": [{ from: { product: "phone" }, with: ["lamp", "gone", "charger"] }],
  "never a product and never a category": [
    { from: { product: "phone" }, never: ["case"] },
    { from: { category: "Tablets" }, never: [{ category: "Cases" }] },
  ],
  "on other days": [
    { from: { product: "phone" }, with: ["tv"], since: "2099-01-01", never: ["case"] },
    { from: { product: "phone" }, with: ["charger"], since: "2020-01-01", until: "2098-12-31" },
  ],
  "for other shoppers": [
    { from: { product: "phone" }, with: ["tv"], when: { group: "trade" } },
    { from: { product: "phone" }, with: ["charger"], when: { country: ["DE"], hours: "00-24" } },
  ],
  "several that start at both of two lines": [
    { from: { product: "tablet" }, with: ["b8"], text: "first" },
    { from: { category: "Electronics" }, instead: ["pro", "tv"], with: ["b7"] },
    { from: { product: "phone" }, with: ["b8", "b6"], text: "last" },
  ],
};

const line = (product: string, more: Partial<Line> = {}) =>
  aLine({ key: `l-${product}`, product, price: euro(300), title: product, ...more });
const inCart = (...lines: readonly Line[]): Sight => ({
  cart: aCart(...lines),
  page: { step: "cart", locale: "en", currency: "EUR", customer: { country: "DE" } },
  placements: ["cart", "drawer"],
});
const inView = (id: string, variant?: string): Sight => ({
  cart: aCart(),
  page: { step: "product", locale: "en", currency: "EUR", view: { id, title: id }, ...(variant && { variant }) },
  placements: ["product"],
});
const SIGHTS: Readonly<Record<string, Sight>> = {
  phone: inCart(line("phone")),
  "the bigger phone": inCart(line("p128", { price: euro(350) })),
  "a phone with options of the line": inCart(line("phone", { options: { memory: "128 GB", maker: "Aster" } })),
  tablet: inCart(line("tablet", { price: euro(400) })),
  "two lines": inCart(line("phone"), line("tablet", { price: euro(400) })),
  "by its SKU": inCart(line("SKU-1")),
  "the page of the phone": inView("phone"),
  "the page of the bigger phone": inView("phone", "p128"),
  "a stranger": inCart(line("stranger")),
};

/** All that a shopper or a merchandiser can tell two plans apart by. */
const told = ({ plan }: PlannedPage) => ({
  offers: plan.offers,
  dropped: plan.candidates.flatMap((one) =>
    plan.dropped.has(one) ? [[one.kind, one.product.id, one.variant, plan.dropped.get(one)]] : [],
  ),
});

async function trainWith(rules: readonly Rule[] | undefined, ...args: readonly string[]): Promise<Trained> {
  const file = join(await aFolder(), "rules.json");
  await writeFile(file, JSON.stringify({ rules }));
  return train({
    orders: csv(["order_id", "item_id"], ...ROWS),
    catalogue: CATALOGUE,
    args: [...(rules ? ["--rules", file] : []), ...args],
  });
}

let unruled: Promise<Trained> | undefined;
const { said } = hearPrinted();

describe("rules folded into the model", () => {
  test.each(Object.entries(RULES))("%s: offer and drop what the same rules do in the configuration", async (_, rules) => {
    // All in one file, because a configuration's rules read the files of their targets too, and more is known then.
    const plain = await (unruled ??= trainWith(undefined, "--shards", "1"));
    const folded = await trainWith(rules, "--shards", "1");
    const changed: string[] = [];
    for (const [name, sight] of Object.entries(SIGHTS)) {
      const given = await planPage({ folder: plain.folder, rules }, sight);
      const bare = await planPage({ folder: plain.folder, rules: [] }, sight);
      if (JSON.stringify(told(given)) !== JSON.stringify(told(bare))) changed.push(name);
      expect([name, told(await planPage({ folder: folded.folder, rules: "model" }, sight))]).toEqual([name, told(given)]);
    }
    expect(changed).not.toEqual([]);
  });

  test("ask for no file but those of the cart, however many rules there are", async () => {
    const { folder, manifest } = await trainWith(
      Object.values(RULES)
        .flat()
        .filter(({ from }) => Object.keys(from).length),
    );
    expect(manifest.shards).toBeGreaterThan(2);
    const sight = SIGHTS["tablet"] as Sight;
    const { plan, files } = await planPage({ folder, rules: "model" }, sight);
    expect(plan.offers.some(({ source }) => source === "rules")).toBe(true);
    expect(new Set(files).size).toBe(files.length);
    expect(files).toEqual((await planPage({ folder, rules: [] }, sight)).files);
  });

  test("that start everywhere stand in one place, which is read beside the cart's", async () => {
    const model = await trainWith(RULES["from every product"] ?? []);
    expect(model.manifest.rules).toEqual({ folded: 1, everywhere: 1 });
    expect(model.entries["rules:*"]?.rules).toEqual([{ at: 0, with: ["b6"], never: ["cable"] }]);
    expect(model.entries["phone"]).not.toHaveProperty("rules");
    const { plan } = await planPage({ folder: model.folder, rules: "model" }, SIGHTS["phone"] as Sight);
    expect(new Set(plan.offers.map(({ product }) => product.id))).toEqual(new Set(["b6", "case", "charger"]));
  });

  test("are said: how many, at how many products, and which lead nowhere and why", async () => {
    await trainWith([
      { from: { product: "phone" }, with: ["charger", "gone"] },
      { from: { product: "vanished" }, with: ["charger"] },
      { from: { category: "Phones" }, with: ["charger"], until: "2026-01-01" },
      { from: { tag: "gift" }, with: ["nothing"] },
      { from: { category: "Phones" }, with: ["charger"], since: "2099-01-01" },
      { from: {}, wiht: ["charger"] } as Rule,
    ]);
    const text = said();
    expect(text).toContain("Rules: 5 read, 2 folded into the model: 2 products have rules of their own");
    expect(text).toMatch(/not in the catalogue: gone \(.*rules\.json, rule 1\)/);
    expect(text).toMatch(/not in the catalogue: vanished \(.*rules\.json, rule 2\)/);
    expect(text).toMatch(/left out: .*rules\.json, rule 2: no product of the catalogue is what it starts at/);
    expect(text).toMatch(/left out: .*rules\.json, rule 3: over since 2026-01-01/);
    expect(text).toMatch(/left out: .*rules\.json, rule 4: no other product of the catalogue is what it leads to/);
    expect(text).toMatch(/left out: .*rules\.json: rules\[5\]\.wiht is not a known key/);
  });

  test.each([
    ["{oops", /rules\.json:1:2: found "o"/],
    ['{"rules":"model"}', /a list of rules, or an object with one as "rules", is needed/],
  ])("a file that cannot be read, %s, leaves the old model as it was", async (text, message) => {
    const { folder, manifest } = await trainWith([]);
    const file = join(await aFolder(), "rules.json");
    await writeFile(file, text);
    await expect(train({ orders: csv(["order_id", "item_id"], ...ROWS), folder, args: ["--rules", file] })).rejects.toThrow(message);
    await expect(train({ orders: csv(["order_id", "item_id"], ...ROWS), folder, args: ["--rules", "/no/such"] })).rejects.toThrow(
      "there is no such file",
    );
    const { manifest: after } = await train({ orders: csv(["order_id", "item_id"], ...ROWS), catalogue: CATALOGUE, folder });
    expect(after).toEqual(manifest);
  });
});
