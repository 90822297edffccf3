/** A JSON Schema as zod writes it, as far as it is read here. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Bounds, both included: of a number, of a text in characters, or of a list in entries. */
export interface Range {
  readonly of: 'value' | 'length' | 'entries';
  readonly least?: number;
  readonly most?: number;
}

/** One form that a value may have. */
export type Shape =
  | { readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'any'; readonly range?: Range }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list'; readonly range?: Range; readonly items: readonly Shape[] }
  | { readonly kind: 'object'; readonly fields: readonly Field[] };

/** A field of an object, or a parameter. */
export interface Field {
  readonly name: string;
  readonly needed: boolean;
  /** One, or several that may stand for each other. */
  readonly shapes: readonly Shape[];
  /** What it is when absent, as JSON. */
  readonly usual?: string;
  readonly meaning?: string;
}

/** The forms that a value of a schema may have. */
export function shapesOf(schema: JsonSchema): readonly Shape[] {
  if (schema.$ref !== undefined) return [{ kind: 'named', name: schema.$ref.split('/').at(-1) ?? '' }];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.flatMap(shapesOf);
  if (schema.not !== undefined) return [];
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (values !== undefined) return [{ kind: 'values', values: values.map(String) }];
  return [typed(schema)];
}

function typed(schema: JsonSchema): Shape {
  switch (schema.type) {
    case 'string':
      return { kind: 'text', ...ranged('length', schema.minLength, schema.maxLength) };
    case 'integer':
      return { kind: 'integer', ...ranged('value', leastOf(schema), schema.maximum) };
    case 'number':
      return { kind: 'number', ...ranged('value', schema.minimum, schema.maximum) };
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return {
        kind: 'list',
        items: shapesOf(schema.items ?? {}),
        ...ranged('entries', schema.minItems, schema.maxItems),
      };
    case 'object':
      return { kind: 'object', fields: fieldsOf(schema) };
    default:
      return { kind: 'any' };
  }
}

function leastOf({ minimum, exclusiveMinimum }: JsonSchema): number | undefined {
  return exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
}

/** The bounds that say something: those of what a number can hold at all do not. */
function ranged(of: Range['of'], least?: number, most?: number): { readonly range?: Range } {
  const said = {
    ...(least !== undefined && least > Number.MIN_SAFE_INTEGER && (of === 'value' || least > 0) && { least }),
    ...(most !== undefined && most < Number.MAX_SAFE_INTEGER && { most }),
  };
  return Object.keys(said).length === 0 ? {} : { range: { of, ...said } };
}

/** The fields of an object’s schema, in its order. */
export function fieldsOf({ properties = {}, required = [] }: JsonSchema): readonly Field[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    needed: required.includes(name),
    shapes: shapesOf(schema),
    ...(schema.default !== undefined && { usual: JSON.stringify(schema.default) }),
    ...(schema.description !== undefined && { meaning: schema.description }),
  }));
}
