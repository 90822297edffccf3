import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LookupAnswer } from '../../../src/contract/suggestions.ts';
import { fixturePath } from '../../support/fixtures.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await newShell();
  const pair = ['--fr', fixturePath('articles/harbour.fr.txt'), '--en', fixturePath('articles/harbour.en.txt')];
  await shell.run(['import-article', ...pair, '--memory', 'Harbour']);
});
afterAll(() => shell.remove());

const TO_ENGLISH = ['--from', 'fr', '--to', 'en'];

describe('calque lookup', () => {
  it('tells a person the rate, both sides and where it comes from', async () => {
    const { status, out } = await shell.run(['lookup', 'Une voiture coûtera 129 € l’aller.', ...TO_ENGLISH]);
    expect(status).toBe(0);
    expect(out).toContain('A car will cost €129 each way.');
    expect(out).toContain('Harbour · translated by Rédaction du Port · original: target');
    expect(out).toContain('Traduit de l’anglais (original) par Rédaction du Port.');
  });

  it('answers a text a line with a line of JSON, in order', async () => {
    const lines = ['Un terminal en deux étapes', '', 'Les pommes sont rouges.'];
    const { out } = await shell.run(['lookup', '-', ...TO_ENGLISH, '--json'], `${lines.join('\n')}\n`);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LookupAnswer);
    expect(answers).toHaveLength(3);
    expect(answers[0]?.matches[0]?.target).toEqual(['A terminal in two stages']);
    expect(answers[1]?.matches).toEqual([]);
    expect(answers[2]?.matches).toEqual([]);
  });

  it('takes the lines as one text where that is said, and so finds their context', async () => {
    const text =
      'Un terminal en deux étapes\nLe nouveau terminal coûtera 23,4\u00a0millions d’euros, dont 40\u00a0% à la charge de la région.\nSon premier hall sera prêt en mars.\n';
    const kindOfSecond = async (more: readonly string[]) => {
      const { out } = await shell.run(['lookup', '-', ...TO_ENGLISH, '--json', ...more], text);
      return (JSON.parse(out.split('\n')[1] ?? '') as LookupAnswer).matches[0]?.kind;
    };
    expect(await kindOfSecond(['--document'])).toBe('context');
    expect(await kindOfSecond([])).toBe('exact');
  });

  it('answers up to a line that is not in UTF-8, and says which it is', async () => {
    const latin1 = Buffer.concat([Buffer.from('Un été\nUn terminal\n'), Buffer.from('Un été\nRien\n', 'latin1')]);
    const { status, out, err } = await shell.run(['lookup', '-', ...TO_ENGLISH, '--json'], latin1);
    expect(status).toBe(1);
    expect(err).toContain('Line 3 of standard input is not in UTF-8');
    expect(out.trim().split('\n')).toHaveLength(2);
  });

  it('says when nothing is similar', async () => {
    const { out } = await shell.run(['lookup', 'Les pommes sont rouges.', ...TO_ENGLISH]);
    expect(out).toBe('Nothing similar is stored (to en).\n');
  });

  it.each([
    ['no text', TO_ENGLISH, 2, /TEXT is missing/],
    ['two texts', ['un', 'deux', ...TO_ENGLISH], 2, /“deux” is one too many/],
    ['an unknown language', ['Ja.', '--from', 'de', '--to', 'en'], 2, /“de” is not French/],
    ['one language twice', ['Oui.', '--from', 'fr', '--to', 'fr'], 1, /one must be French and the other English/],
    ['a confidence that is none', ['Oui.', ...TO_ENGLISH, '--minimum-confidence', '2'], 2, /--minimum-confidence/],
    ['an unknown memory', ['Oui.', ...TO_ENGLISH, '--memory', 'Nowhere'], 1, /no memory “Nowhere”/],
    ['a rate out of range', ['Oui.', ...TO_ENGLISH, '--minimum-rate', '150'], 2, /--minimum-rate/],
    ['an empty text', [' ', ...TO_ENGLISH], 1, /no text/],
  ])('refuses %s', async (_, args, status, sentence) => {
    const ran = await shell.run(['lookup', ...args]);
    expect(ran.status).toBe(status);
    expect(ran.err).toMatch(sentence);
    expect(ran.out).toBe('');
  });
});
