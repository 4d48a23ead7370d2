import type { Fields, MoreWords } from "../lib/shape.ts";

/** As much of JSON Schema as a table needs; the same in draft 7 and in 2020-12. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: "string" | "number" | "integer" | "array" | "object";
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly anyOf?: readonly JsonSchema[];
  readonly default?: unknown;
}

export interface Described {
  readonly schema: JsonSchema;
  readonly isNeeded?: boolean;
}

/** A table in these words describes itself as JSON Schema. */
export const describingWords: MoreWords<Described> = {
  any: { schema: {} },
  text: (pattern) => ({ schema: { type: "string", ...(pattern ? { pattern: pattern.source } : { minLength: 1 }) } }),
  number: (minimum, maximum, step) => ({ schema: { type: step ? "integer" : "number", minimum, maximum } }),
  choice: (...choices) => ({ schema: { enum: choices } }),
  list: ({ schema }) => ({ schema: { type: "array", items: schema } }),
  group: describeGroup,
  whole: describeGroup,
  kinds: (key, members) => {
    const kinds = Object.entries(members).map(([kind, fields]) => describeGroup({ [key]: describeKind(kind), ...fields }).schema);
    return { schema: { anyOf: kinds } };
  },
  short: (key, { schema }) => ({ schema: { anyOf: [bareOf(schema, key), ...(schema.anyOf ?? [schema])] } }),
  either: (bare, other) => ({ schema: { anyOf: [bare.schema, other.schema] } }),
  or: ({ schema }, fallback) => ({ schema: isEmptyObject(fallback) ? schema : { ...schema, default: fallback } }),
  need: (described) => ({ ...described, isNeeded: true }),
};

function describeGroup(fields: Fields<Described>, rest?: Described): Described {
  const entries = Object.entries(fields);
  const required = entries.flatMap(([key, { isNeeded }]) => (isNeeded ? [key] : []));
  return {
    schema: {
      type: "object",
      ...(entries.length > 0 && { properties: Object.fromEntries(entries.map(([key, { schema }]) => [key, schema])) }),
      ...(required.length > 0 && { required }),
      additionalProperties: rest?.schema ?? false,
    },
  };
}

function describeKind(kind: string): Described {
  return { schema: { enum: [kind] }, isNeeded: true };
}

/** What may stand as a bare string: the key's own values, or the kinds that need nothing else. */
function bareOf({ anyOf, properties }: JsonSchema, key: string): JsonSchema {
  if (!anyOf) return properties?.[key] ?? {};
  return { enum: anyOf.flatMap((kind) => (kind.required?.length === 1 ? (kind.properties?.[key]?.enum ?? []) : [])) };
}

function isEmptyObject(value: unknown): boolean {
  return JSON.stringify(value) === "{}";
}
