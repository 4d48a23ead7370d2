import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { configSchema, fieldPath } from "../../../../widget/browser/config/configSchema.ts";
import type { JsonSchema } from "../../../../widget/browser/config/describingWords.ts";
import { DESCRIPTIONS } from "../../../../widget/browser/config/descriptions.ts";
import { allFields } from "../../../../widget/browser/config/allFields.ts";
import { findFaults } from "../../../../widget/browser/config/findFaults.ts";
import { readConfig } from "../../../../widget/browser/config/readConfig.ts";

const isValid = new Ajv2020({ allowUnionTypes: true }).compile(configSchema());

/** Every place of the schema where a description may stand. */
function fieldsOf(schema: JsonSchema, path = ""): readonly string[] {
  const { properties = {}, items, additionalProperties, anyOf = [] } = schema;
  const join = (key: string) => (path ? `${path}.${key}` : key);
  return [
    ...anyOf.flatMap((one) => fieldsOf(one, path)),
    ...(items ? [`${path}[]`, ...fieldsOf(items, `${path}[]`)] : []),
    ...(additionalProperties ? [join("*"), ...fieldsOf(additionalProperties, join("*"))] : []),
    ...Object.entries(properties).flatMap(([key, one]) => [join(key), ...fieldsOf(one, join(key))]),
  ].map(fieldPath);
}

describe("configSchema", () => {
  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(configSchema()))).toEqual(configSchema());
  });

  it("says what every field is for, and describes none that is not there", () => {
    const fields = new Set(fieldsOf(configSchema()));
    const plain = [...fields].filter((path) => !/^texts\.|\[\]$/.test(path));
    expect(plain.filter((path) => !DESCRIPTIONS[path])).toEqual([]);
    expect(Object.keys(DESCRIPTIONS).filter((path) => !fields.has(path))).toEqual([]);
  });

  it("tells the defaults the browser uses", () => {
    const { properties } = configSchema();
    const config = readConfig({})[0] as unknown as Record<string, unknown>;
    expect(properties?.["priceBand"]?.default).toBe(config["priceBand"]);
    expect(properties?.["enabled"]?.default).toBe(config["enabled"]);
    expect(properties?.["pressure"]?.properties?.["offers"]).toMatchObject({ type: "integer", minimum: 0, maximum: 100, default: 8 });
    expect(properties?.["placements"]?.properties?.["cart"]?.properties?.["limit"]).toMatchObject({
      type: "integer",
      minimum: 1,
      maximum: 12,
    });
  });

  it.each([
    [{}],
    [{ $schema: "./goeswith.schema.json", enabled: "preview" }],
    [{ platform: "markup" }],
    [{ platform: { name: "own", cartUrls: ["/cart"] } }],
    [{ sources: ["rules", "model", { name: "http", url: "/r" }, { name: "rules" }] }],
    [{ sources: ["http"] }],
    [{ sources: [{ name: "rules", url: "/r" }] }],
    [{ sources: [{ name: "other" }] }],
    [{ priceBand: 0.9 }],
    [{ placements: { cart: { limit: 2.5 } } }],
    [{ placements: { card: {} } }],
    [{ placements: { cart: { headingLevel: 2, position: "before", off: true } } }],
    [{ rules: "model", maxAge: 7 }],
    [{ rules: "modell" }],
    [{ rules: {} }],
    [{ maxAge: 0 }],
    [{ maxAge: "week" }],
    [{ rules: [{ from: {}, with: ["a", { category: "b" }], since: "2026-01-01", when: { hours: "22-06", country: ["DE"] } }] }],
    [{ rules: [{ with: ["a"] }] }],
    [{ rules: [{ from: {}, with: [{ kategory: "b" }] }] }],
    [{ rules: [{ from: { attribute: { memory: 64 } } }] }],
    [{ report: {} }],
    [{ report: { url: "javascript:alert(1)" } }],
    [{ currency: "eur" }],
    [{ texts: { add: "Take" } }],
    [{ texts: { lang: "pt-BR" } }],
    [{ texts: { lang: "not a language" } }],
    [{ money: { locale: "de-CH", currencyDisplay: "code", trailingZeroDisplay: "stripIfInteger" } }],
    [{ money: { currencyDisplay: 3 } }],
    [{ theme: { density: "compact" } }],
    [{ theme: { density: "tiny" } }],
    [{ unknown: 1 }],
  ])("accepts %j where, and only where, the browser finds no fault", (raw) => {
    expect(isValid(raw)).toBe(findFaults(allFields, raw).length === 0);
  });

  it("knows the names of the texts", () => {
    expect(isValid({ texts: { ad: "Take" } })).toBe(false);
  });

  it("lists how sums may be written", () => {
    expect(isValid({ money: { currencyDisplay: "sign" } })).toBe(false);
    expect(isValid({ money: { style: "percent" } })).toBe(false);
    expect(configSchema().properties?.["money"]?.properties?.["currencyDisplay"]?.enum).toContain("narrowSymbol");
  });
});
