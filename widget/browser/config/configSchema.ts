import { allFields } from "./allFields.ts";
import type { JsonSchema } from "./describingWords.ts";
import { describingWords } from "./describingWords.ts";
import { DESCRIPTIONS, MONEY, TEXT_NAMES } from "./descriptions.ts";

/** JSON Schema of `goeswith.json`, for editors: every field with what it is for and its default. */
export function configSchema(): JsonSchema {
  const { schema } = allFields(describingWords);
  const text: JsonSchema = { type: "string", minLength: 1 };
  const named = (name: string, more: Readonly<Record<string, JsonSchema>>): JsonSchema => {
    const group = schema.properties?.[name];
    return { ...group, properties: { ...group?.properties, ...more }, additionalProperties: false };
  };
  const texts = named("texts", Object.fromEntries(TEXT_NAMES.map((name) => [name, text])));
  const choices = Object.entries(MONEY).map(([name, values]) => [name, { enum: values }] as const);
  const money = named("money", { locale: text, ...Object.fromEntries(choices) });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "goeswith",
    ...explain({ ...schema, properties: { ...schema.properties, texts, money } }, ""),
  };
}

/** The path that the descriptions know a field by. */
export function fieldPath(path: string): string {
  return path.replace(/\[\d+\]/g, "[]").replace(/^placements\.\w+/, "placements.*");
}

function explain(schema: JsonSchema, path: string): JsonSchema {
  const description = DESCRIPTIONS[fieldPath(path)];
  return { ...(description && { description }), ...explainParts(schema, path) };
}

/** An alternative is the same field, which is described once. */
function explainParts(schema: JsonSchema, path: string): JsonSchema {
  const { properties, items, additionalProperties, anyOf } = schema;
  const join = (key: string) => (path ? `${path}.${key}` : key);
  return {
    ...schema,
    ...(anyOf && { anyOf: anyOf.map((one) => explainParts(one, path)) }),
    ...(items && { items: explain(items, `${path}[]`) }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, explain(one, join(key))])) }),
    ...(additionalProperties && { additionalProperties: explain(additionalProperties, join("*")) }),
  };
}
