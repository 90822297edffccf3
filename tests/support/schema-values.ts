import fc from 'fast-check';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Texts that have broken software before: empty, blank, NUL, lone surrogates, markup, SQL, paths, very long. */
const AWKWARD = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e‮',
  '<script>',
  "'; DROP TABLE units; --",
  '../../etc/passwd',
  '%2F%00',
  'é'.repeat(1_000),
];
const JUNK = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}, [[]], { a: { b: null } }),
  fc.constantFrom<unknown>(...AWKWARD),
);

/**
 * Values that a JSON schema describes, and some that it nearly does: now and then a part is something else altogether.
 * @param shared what `$ref` points into
 */
export function valuesOf(schema: JsonSchema, shared: JsonSchema): fc.Arbitrary<unknown> {
  const meant = meantBy(schema, shared);
  return fc.oneof({ weight: 12, arbitrary: meant }, { weight: 1, arbitrary: JUNK });
}

function meantBy(schema: JsonSchema, shared: JsonSchema): fc.Arbitrary<unknown> {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return valuesOf(pointedTo(reference, shared), shared);
  const choices = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (choices) return fc.oneof(...choices.map((choice) => valuesOf(choice, shared)));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema['type']) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer(bounds(schema)));
    case 'number':
      return fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ ...bounds(schema), noNaN: true }));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valuesOf((schema['items'] ?? {}) as JsonSchema, shared), { maxLength: 3 });
    case 'object':
      return objects(schema, shared);
    default:
      return JUNK;
  }
}

function texts({ examples, example, maxLength }: JsonSchema): fc.Arbitrary<string> {
  const known = [...((examples as string[] | undefined) ?? []), ...(example === undefined ? [] : [String(example)])];
  const longest = Math.min(Number(maxLength ?? 60), 60);
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: longest }),
    fc.constantFrom('fr', 'en', '2021-11-25', 'https://example.org/a', 'Le quai est fermé.', ...known),
    fc.constantFrom(...AWKWARD),
  );
}

function bounds({ minimum, maximum }: JsonSchema): { min: number; max: number } {
  return { min: Number(minimum ?? -1_000), max: Math.min(Number(maximum ?? 1_000), 2 ** 31 - 1) };
}

function objects(schema: JsonSchema, shared: JsonSchema): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const values = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valuesOf(one, shared)]));
  const required = (schema['required'] ?? []) as string[];
  const whole = fc.record(values, { requiredKeys: required });
  const partial = fc.record(values, { requiredKeys: [] });
  const more = fc.tuple(whole, fc.string()).map(([object, name]) => ({ ...object, [name]: 1 }));
  return fc.oneof({ weight: 10, arbitrary: whole }, { weight: 1, arbitrary: partial }, { weight: 1, arbitrary: more });
}

function pointedTo(reference: string, shared: JsonSchema): JsonSchema {
  return (shared[reference.split('/').at(-1) ?? ''] ?? {}) as JsonSchema;
}
