import { describe, expect, it } from 'vitest';
import { type CheckedSegment, runChecks } from '../../../memory/checks/run.ts';

const segment = (target: string, elsewhere: readonly string[]): CheckedSegment => ({
  source: ['Le port est fermé.'],
  target: [target],
  sourceLanguage: 'fr',
  targetLanguage: 'en',
  status: 'draft',
  elsewhere,
});
const found = (target: string, elsewhere: readonly string[]) =>
  runChecks(segment(target, elsewhere)).filter(({ code }) => code === 'consistency');

describe('the same source translated differently', () => {
  it('is found, with what stands elsewhere, and changed to that', () => {
    const text = 'The port is closed.';
    expect(found('The harbour is closed.', [text, text])).toEqual([
      {
        code: 'consistency',
        severity: 'warning',
        says: 'translated-differently',
        about: [text],
        start: 0,
        end: 22,
        fix: { does: 'change', to: text, edits: [{ start: 0, end: 22, text }] },
      },
    ]);
  });

  it('is nothing where all say the same, or it stands alone', () => {
    expect(found('The port is closed.', ['The port is closed.'])).toEqual([]);
    expect(found('The port is closed.', [])).toEqual([]);
  });

  it('offers no change that is too long to be read, nor one that would lose codes', () => {
    expect(found('Short.', ['A long translation, which goes on and on and on, and then on.'])[0]?.fix).toBeUndefined();
    const coded = {
      ...segment('', ['The port is closed.']),
      target: [{ form: 'standalone', id: '1' } as const, 'Closed.'],
    };
    expect(runChecks(coded).find(({ code }) => code === 'consistency')).not.toHaveProperty('fix');
  });
});
