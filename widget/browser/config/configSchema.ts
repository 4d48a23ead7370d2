import { allFields } from "./allFields.ts";
import type { JsonSchema } from "./describingWords.ts";
import { describingWords } from "./describingWords.ts";
import { DESCRIPTIONS, TEXT_NAMES } from "./descriptions.ts";

/** JSON Schema of `goeswith.json`, for editors: every field with what it is for and its default. */
export function configSchema(): JsonSchema {
  const { schema } = allFields(describingWords);
  const text: JsonSchema = { type: "string", minLength: 1 };
  const texts: JsonSchema = {
    type: "object",
    properties: Object.fromEntries(TEXT_NAMES.map((name) => [name, text])),
    additionalProperties: false,
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "goeswith",
    ...explain({ ...schema, properties: { ...schema.properties, texts } }, ""),
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
