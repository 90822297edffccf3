import { CalqueError } from '../../model/errors.ts';
import type { LanguageTag } from '../../model/language.ts';
import { languageOf, parseLanguageTag } from '../../model/language.ts';
import type { XliffDocument, XliffFile } from './file.ts';

/** A document whose languages are ours, French and English. */
export interface TranslatableDocument extends XliffDocument {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage?: LanguageTag;
}

/**
 * The documents of an opened file as a project can take them.
 *
 * @throws CalqueError `unknown-language` for a document in another language; `same-language` for one with French or
 * English on both sides; `empty-text` where there is nothing to translate in any of them
 */
export function translatableDocuments({ name, documents }: XliffFile): readonly TranslatableDocument[] {
  const taken = documents.map((document) => checkLanguages(document, name));
  if (taken.every(({ segments }) => segments.length === 0)) {
    throw new CalqueError('empty-text', `${name} holds no text to translate.`, { where: name });
  }
  return taken;
}

function checkLanguages({ targetLanguage: written, ...document }: XliffDocument, name: string): TranslatableDocument {
  const where = `${name}, line ${document.line}`;
  const sourceLanguage = parseLanguageTag(document.sourceLanguage, `${where}, source language`);
  if (written === undefined) return { ...document, sourceLanguage };
  const targetLanguage = parseLanguageTag(written, `${where}, target language`);
  if (languageOf(targetLanguage) === languageOf(sourceLanguage)) {
    const message = `${where}: source and target are in one language, ${sourceLanguage} and ${targetLanguage}.`;
    throw new CalqueError('same-language', message, { where: name, line: document.line });
  }
  return { ...document, sourceLanguage, targetLanguage };
}
