import { describe, expect, it } from 'vitest';
import type { LanguageTag } from '../../../../memory/model/language.ts';
import { typographicEdit } from '../../../../memory/text/typography/typing.ts';
import { applyTypography } from '../../../../memory/text/typography/typography.ts';

/** A text as it stands after it was typed, key by key. */
function type(keys: string, tag: LanguageTag = 'fr'): string {
  let text = '';
  for (const key of keys) {
    const edit = typographicEdit(text, key, tag);
    text = edit === undefined ? text + key : text.slice(0, text.length - edit.remove) + edit.insert;
  }
  return text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');
}

describe('typographicEdit', () => {
  it.each([
    ["L'homme d'aujourd'hui", 'L’homme d’aujourd’hui'],
    ['Pourquoi? Non!', 'Pourquoi_? Non_!'],
    ['Pourquoi ? Non ; oui : là', 'Pourquoi_? Non_; oui~: là'],
    ['Il dit "oui" et "non".', 'Il dit «~oui~» et «~non~».'],
    ['Il dit « oui ».', 'Il dit «~oui~».'],
    ['Il dit «oui».', 'Il dit «~oui~».'],
    ['l\'"edge"', 'l’«~edge~»'],
    ['"Oui!"', '«~Oui_!~»'],
    ['Quoi?!', 'Quoi_?!'],
    ['Non (?)', 'Non (?)'],
    ['à 14:30', 'à 14:30'],
    ['il y en a 14: a, b', 'il y en a 14~: a, b'],
    ['https://example.org/a?b=1;c', 'https://example.org/a?b=1;c'],
    ['www.example.org/?q', 'www.example.org/?q'],
    ['`a ? b : c', '`a ? b : c'],
    ['27"', '27"'],
    ['?', '?'],
  ])('%s', (keys, expected) => {
    expect(type(keys)).toBe(expected);
  });

  it('sets no space before high marks in Canada and in English', () => {
    expect(type('Quoi ? Non: oui', 'fr-CA')).toBe('Quoi? Non~: oui');
    expect(type("What ? It's fine: yes", 'en')).toBe("What? It's fine: yes");
  });

  it('writes what the style asks of a finished text', () => {
    const sentence = `"L'État, c'est moi!" dit-il: pourquoi? Parce qu'il "règne"; voilà.`;
    const set = applyTypography(sentence, 'fr').replaceAll('\u00a0', '~').replaceAll('\u202f', '_');
    expect(type(sentence)).toBe(set);
  });

  it('looks back over a long line without end', () => {
    expect(typographicEdit('a'.repeat(100_000), '!', 'fr')).toEqual({ remove: 0, insert: '\u202f!' });
  });
});
