import xliff12ToJs, { type XliffJs } from 'xliff/xliff12ToJs';
import type { LanguageTag } from '../../model/language.ts';
import type { ExportDocument } from './export-input.ts';
import { writeXliff12 } from './write12.ts';

export interface PlainJsonOptions {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly toolVersion: string;
}

/**
 * The documents of a project as plain JSON, in the form that programs around the `xliff` package of npm work with:
 * `resources`, by document, by the id of the segment, its source, its target where it has one, and whether it is
 * approved and to be translated. Inline codes are nested structures. Documents of one name are told apart by a number.
 * Written in pieces, one for each document.
 */
export async function* writePlainJson(
  documents: AsyncIterable<ExportDocument> | Iterable<ExportDocument>,
  { sourceLanguage, targetLanguage, toolVersion }: PlainJsonOptions,
): AsyncGenerator<string> {
  const names = new Set<string>();
  yield `{"sourceLanguage":${JSON.stringify(sourceLanguage)},"targetLanguage":${JSON.stringify(targetLanguage)},"resources":{`;
  for await (const document of documents) {
    const name = free(document.name, names);
    const comma = names.size === 0 ? '' : ',';
    names.add(name);
    yield `${comma}${JSON.stringify(name)}:${JSON.stringify(await unitsOf(document, toolVersion))}`;
  }
  yield '}}\n';
}

function free(name: string, taken: ReadonlySet<string>): string {
  let one = name;
  for (let number = 2; taken.has(one); number++) one = `${name} (${number})`;
  return one;
}

const NAMESPACE = 'document';

/** Each document is given to the package by itself, under one name: of two files of the same name it keeps the last. */
async function unitsOf(document: ExportDocument, toolVersion: string): Promise<XliffJs['resources'][string]> {
  let xliff = '';
  for await (const piece of writeXliff12([document], { toolVersion })) xliff += piece;
  const { resources } = await xliff12ToJs(xliff, { captureSpacesBetweenElements: true, namespace: NAMESPACE });
  return resources[NAMESPACE] ?? {};
}
