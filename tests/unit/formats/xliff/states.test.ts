import { describe, expect, it } from 'vitest';
import { originOf, statusOf, writtenTarget } from '../../../../memory/formats/xliff/states.ts';
import type { Origin, Status } from '../../../../memory/model/origin.ts';
import { segment } from './support.ts';

const fromMatch = (kind: 'context' | 'exact' | 'adapted' | 'fuzzy' | 'related', rate = 90): Origin => ({
  kind: 'match',
  match: kind,
  rate,
});
const machine: Origin = { kind: 'machine', engine: 'DeepL' };

function written(status: Status, origin?: Origin, fill = {}) {
  const target = ['The contract.'];
  const found = writtenTarget({ segment: segment({ target, status, ...(origin && { origin }) }) }, fill);
  if (found) expect(found.content).toEqual(target);
  return found && [found.state, found.qualifier, found.approved];
}

describe('writtenTarget', () => {
  it.each<[Status, Origin | undefined, unknown]>([
    ['draft', fromMatch('context', 101), ['translated', 'exact-match', false]],
    ['draft', fromMatch('exact', 100), ['translated', 'leveraged-tm', false]],
    ['draft', fromMatch('adapted', 99), undefined],
    ['draft', fromMatch('fuzzy'), undefined],
    ['draft', fromMatch('related'), undefined],
    ['draft', machine, undefined],
    ['draft', { kind: 'human' }, ['needs-review-translation', undefined, false]],
    ['draft', undefined, ['needs-review-translation', undefined, false]],
    ['confirmed', { kind: 'human' }, ['translated', undefined, false]],
    ['confirmed', fromMatch('fuzzy'), ['translated', undefined, false]],
    ['confirmed', machine, ['translated', undefined, false]],
    ['reviewed', { kind: 'human' }, ['final', undefined, true]],
    ['rejected', { kind: 'human' }, ['needs-review-translation', 'x-rejected', false]],
  ])('%s from %j', (status, origin, expected) => {
    expect(written(status, origin)).toEqual(expected);
  });

  it('writes fuzzy and machine drafts where asked for', () => {
    const review = 'needs-review-translation';
    expect(written('draft', fromMatch('fuzzy'), { fuzzy: 85 })).toEqual([review, 'fuzzy-match', false]);
    expect(written('draft', fromMatch('adapted'), { fuzzy: 85 })).toEqual([review, 'fuzzy-match', false]);
    expect(written('draft', machine, { machine: true })).toEqual([review, 'leveraged-mt', false]);
    expect(written('draft', machine, { fuzzy: 50 })).toBeUndefined();
    expect(written('draft', fromMatch('fuzzy', 84), { fuzzy: 85 })).toBeUndefined();
  });
});

describe('statusOf', () => {
  it.each([
    [{ state: 'final', approved: false }, 'reviewed'],
    [{ state: 'signed-off', approved: false }, 'reviewed'],
    [{ approved: true }, 'reviewed'],
    [{ state: 'translated', approved: false }, 'confirmed'],
    [{ state: 'translated', qualifier: 'exact-match', approved: false }, 'draft'],
    [{ state: 'needs-review-translation', approved: false }, 'draft'],
    [{ state: 'x-mine', approved: false }, 'draft'],
    [{ state: 'translated', qualifier: 'rejected-grammar', approved: false }, 'rejected'],
    [{ approved: false }, 'draft'],
  ])('%j', (read, status) => {
    expect(statusOf(read)).toBe(status);
  });

  it('reads what is written', () => {
    for (const status of ['confirmed', 'reviewed', 'rejected', 'draft'] as const) {
      const found = writtenTarget({ segment: segment({ target: ['a'], status }) }, {});
      expect(found && statusOf(found)).toBe(status);
    }
  });
});

describe('originOf', () => {
  it('says what the qualifier says', () => {
    const origin = (qualifier: string) => originOf({ qualifier, approved: false }, 'DeepL');
    expect(origin('exact-match')).toEqual(fromMatch('context', 101));
    expect(origin('leveraged-tm')).toEqual(fromMatch('exact', 100));
    expect(origin('leveraged-mt')).toEqual(machine);
    expect(origin('fuzzy-match')).toBeUndefined();
  });
});
