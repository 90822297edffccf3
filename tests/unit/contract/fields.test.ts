import { describe, expect, it } from 'vitest';
import { fieldsOf, shapesOf } from '../../../src/contract/fields.ts';

describe('the fields of a schema', () => {
  it('have their types, ranges, usual values and meanings', () => {
    const fields = fieldsOf({
      properties: {
        rate: { type: 'integer', minimum: 50, maximum: 101, default: 70, description: 'Of a match' },
        name: { type: 'string', minLength: 1, maxLength: 200 },
        id: { type: 'integer', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      },
      required: ['name'],
    });
    expect(fields).toEqual([
      {
        name: 'rate',
        needed: false,
        shapes: [{ kind: 'integer', range: { of: 'value', least: 50, most: 101 } }],
        usual: '70',
        meaning: 'Of a match',
      },
      { name: 'name', needed: true, shapes: [{ kind: 'text', range: { of: 'length', least: 1, most: 200 } }] },
      { name: 'id', needed: false, shapes: [{ kind: 'integer', range: { of: 'value', least: 1 } }] },
    ]);
  });

  it('may have several forms, of lists and of what is described elsewhere too', () => {
    const shapes = shapesOf({
      anyOf: [
        { const: 'all' },
        { enum: ['fr', 'en'] },
        { $ref: '#/components/schemas/Unit' },
        { type: 'array', items: { type: 'boolean' }, maxItems: 3 },
        { type: 'array', items: { not: {} } },
        {},
      ],
    });
    expect(shapes).toEqual([
      { kind: 'values', values: ['all'] },
      { kind: 'values', values: ['fr', 'en'] },
      { kind: 'named', name: 'Unit' },
      { kind: 'list', items: [{ kind: 'boolean' }], range: { of: 'entries', most: 3 } },
      { kind: 'list', items: [] },
      { kind: 'any' },
    ]);
  });
});
