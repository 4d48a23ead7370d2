import { writeFileSync } from "node:fs";
import { createRandom } from "../../demo/stores/electronics/random.ts";

const WORDS =
  "Harbour Alder Linden Cobalt Meridian Ember Quartz Willow Northern Crescent Juniper Saffron Velvet Granite Orchard Summit Pebble Aurora Cedar Marlow Tundra Falcon Ivory Drift Beacon Copper Lattice Thistle Canyon Sable".split(
    " ",
  );
const KINDS =
  "running shoe,rain jacket,desk lamp,office chair,cordless drill,coffee grinder,water bottle,hiking backpack,bath towel,frying pan,phone case,travel adapter,bike light,garden hose,storage box,table cloth,wool blanket,yoga mat,paint brush,camping stove".split(
    ",",
  );
const MATERIALS = ["recycled polyester", "stainless steel", "organic cotton", "solid oak", "aluminium", "merino wool"];
const COLOURS = ["black", "sand", "forest green", "navy", "brick red", "white"];
const HEADER = "item_id,name,price,currency,category,brand,url,image,stock,rating,reviews,attributes,variants,sku";

/** Writes a made-up catalogue of the size and wordiness of real ones: long names and addresses, a picture each, six attributes, variants of every other. */
export function writeCatalogue(file: string, products: number): void {
  const random = createRandom(77);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows = Array.from({ length: products }, (_, at) => {
    const [kind, brand, material] = [pick(KINDS), pick(WORDS), pick(MATERIALS)];
    const name = `${brand} ${pick(WORDS)} ${kind} in ${material}, ${pick(COLOURS)}, edition ${at}`;
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const price = (5 + Math.floor(random() * 29_500) / 100).toFixed(2);
    const attributes = [
      `material=${material}`,
      `colour=${pick(COLOURS)}`,
      `weight=${Math.ceil(random() * 4000)} g`,
      `warranty=${Math.ceil(random() * 5)} years`,
      `width=${Math.ceil(random() * 120)} cm`,
      `collection=${pick(WORDS)} ${2020 + Math.floor(random() * 6)}`,
    ].join(";");
    const sizes = ["S", "M", "L"].map((size) => ({ id: `p${at}-${size}`, options: { size }, price }));
    const variants = at % 2 ? JSON.stringify(sizes) : "";
    const cells = [
      `p${at}`,
      name,
      price,
      "EUR",
      `Home and outdoor/${kind}s`,
      brand,
      `https://www.shop.example/en/catalogue/${slug}-p${at}.html`,
      `https://cdn.shop.example/media/catalogue/${Math.floor(random() * 2 ** 32).toString(16)}/${slug.slice(0, 30)}.webp`,
      "yes",
      (3 + random() * 2).toFixed(1),
      Math.floor(random() * 900),
      attributes,
      variants,
      `SKU-${at}`,
    ];
    return cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",");
  });
  writeFileSync(file, `${HEADER}\n${rows.join("\n")}\n`);
}
