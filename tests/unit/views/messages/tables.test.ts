import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { defaultStyle } from '../../../../memory/text/typography/style.ts';
import { typographyEdits } from '../../../../memory/text/typography/typography.ts';
import { PROJECT_ROOT } from '../../../../src/build/root.ts';
import { editor as enEditor } from '../../../../views/messages/en/editor.ts';
import { review as enReview } from '../../../../views/messages/en/review.ts';
import { editor as frEditor } from '../../../../views/messages/fr/editor.ts';
import { review as frReview } from '../../../../views/messages/fr/review.ts';
import { PAGE_MESSAGES } from '../../../../views/messages/pages.ts';

const FOLDER = join(PROJECT_ROOT, 'views', 'messages');
const FILES = readdirSync(join(FOLDER, 'en'));

/** Every message of a table with its path. */
function leaves(table: object, path = ''): readonly (readonly [path: string, message: unknown])[] {
  return Object.entries(table).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${name}.`) : [[`${path}${name}`, value]],
  );
}

/** The texts that stand in a file, with `0` for what is put into them. */
function textsIn(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => `0${literal.text}`).join(''));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

describe.each([
  ['pages', PAGE_MESSAGES.en, PAGE_MESSAGES.fr],
  ['the editor', enEditor, frEditor],
  ['a review', enReview, frReview],
] as const)('the messages of %s', (_, en, fr) => {
  const english = leaves(en);
  const french = new Map(leaves(fr));

  it('are the same in both languages, by name and by kind', () => {
    expect([...french.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    expect(english.filter(([path, message]) => typeof french.get(path) !== typeof message)).toEqual([]);
  });

  it('say something', () => {
    const empty = [...english, ...french].filter(([, message]) => typeof message === 'string' && message.trim() === '');
    expect(empty).toEqual([]);
  });
});

describe('the tables of messages', () => {
  it('have a file for each area in either language', () => {
    expect(readdirSync(join(FOLDER, 'fr'))).toEqual(FILES);
  });

  it('set their French as French is set', () => {
    const style = defaultStyle('fr');
    const faults = FILES.flatMap((file) =>
      textsIn(join(FOLDER, 'fr', file)).flatMap((text) =>
        typographyEdits(text, style).length === 0 ? [] : [`${file}: ${text}`],
      ),
    );
    expect(faults).toEqual([]);
  });

  it('set their English with apostrophes and quotation marks that are not straight', () => {
    const faults = FILES.flatMap((file) => textsIn(join(FOLDER, 'en', file)).filter((text) => /\w'\w|"/.test(text)));
    expect(faults).toEqual([]);
  });
});
