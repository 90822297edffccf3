import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS, type ErrorCode } from '../../../../memory/model/errors.ts';
import { PROJECT_ROOT } from '../../../../src/build/root.ts';
import { tellError as tellEnglish } from '../../../../views/messages/en/errors.ts';
import { pageSentences } from '../../../../views/messages/en/page-sentences.ts';
import { sentences } from '../../../../views/messages/en/sentences.ts';
import { errors, tellError } from '../../../../views/messages/fr/errors.ts';
import { tellPageError } from '../../../../views/messages/fr/page-sentences.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];
const ENGLISH = Object.entries({ ...sentences, ...pageSentences });

describe('errors', () => {
  it('have words of their own for every code, in French too', () => {
    expect(CODES.filter((code) => errors[code] === undefined || errors[code] === ERRORS[code].title)).toEqual([]);
    expect(new Set(CODES.map((code) => errors[code])).size).toBe(CODES.length);
  });

  it('are told in French with what they name', () => {
    expect(tellError('version-conflict', 'The segment was changed meanwhile: it is at version 3, not 2.')).toBe(
      'Modifié entre-temps\u00a0: segment en version 3, et non 2.',
    );
    expect(tellError('not-found', 'There is no term entry 7.')).toBe('Introuvable\u00a0: fiche 7.');
    expect(tellError('forbidden', 'This needs the role of a reviewer here.')).toBe('Il faut ici le rôle de réviseur.');
    expect(tellPageError('wrong-language', 'The text is in English, and French was stated.')).toBe(
      'Le texte est en anglais, et vous avez indiqué français.',
    );
  });

  it('keep the English sentence behind the kind of fault where French has none', () => {
    const detail = 'Line 3 of it: <b>{name}</b> $& is new.';
    expect(tellError('ill-formed-file', detail)).toBe(`Le fichier n’a pas la forme que demande son type (${detail})`);
    expect(tellEnglish('ill-formed-file', detail)).toBe(detail);
  });

  it('put what was named in as it stands', () => {
    expect(tellError('read-only-memory', 'The memory “$& {name} <i>” is read-only.')).toContain(
      '« $& {name} <i> »'.replaceAll(/(?<=«) | (?=»)/g, '\u00a0'),
    );
  });
});

describe('the sentences that are put into other words', () => {
  /** What stands in the code that can throw them, with every `${…}` as a hole. */
  const written = ['memory', 'src'].flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => readFileSync(join(PROJECT_ROOT, folder, path), 'utf8')),
  );
  const code = written.join('\n').replaceAll(/\$\{[^}]*\}/g, '\0');

  it('are the server’s own', () => {
    const pieces = (text: string) => text.split(/\{\w+\}/).map((piece) => piece.trim().replace(/\.$/, ''));
    expect(ENGLISH.filter(([, text]) => !pieces(text).every((piece) => code.includes(piece)))).toEqual([]);
  });

  it('have the same holes in French', () => {
    const filled = (text: string) => text.replaceAll('{id}', '7').replaceAll(/\{(\w+)\}/g, '<$1>');
    const holes = (text: string) => new Set(text.match(/<\w+>/g));
    const strange = ENGLISH.filter(([, text]) => {
      const told = tellPageError(undefined, filled(text));
      return told === filled(text) || [...holes(told)].some((hole) => !holes(filled(text)).has(hole));
    });
    expect(strange).toEqual([]);
  });
});
