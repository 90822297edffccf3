import { type DocumentDetails, NO_DETAILS } from '../../../model/document.ts';
import { gatherDetails, type Saying } from '../details.ts';
import { type Parts, readPart } from './parts.ts';

/** Elements of Dublin Core, which Word and OpenDocument both use, and what they say. */
const FIELDS: Readonly<Record<string, Saying[0]>> = {
  'dc:title': 'title',
  'meta:initial-creator': 'author',
  'dc:creator': 'author',
  'dc:language': 'language',
  'dc:rights': 'rights',
  'dc:publisher': 'publication',
};

/**
 * What the properties of an office document say. Its dates are those of the file, not of a publication, and are left
 * aside.
 * @param part where the format keeps its properties
 */
export function officeDetails(parts: Parts, part: string, name: string): DocumentDetails {
  const read = parts.get(part);
  if (read === undefined) return NO_DETAILS;
  const said = new Map<string, string>();
  let field: string | undefined;
  readPart(read(), name, {
    open: (element) => {
      field = element;
    },
    text: (text) => {
      if (field !== undefined && text.length < 10_000) said.set(field, (said.get(field) ?? '') + text);
    },
    close: () => {
      field = undefined;
    },
  });
  return gatherDetails(
    Object.entries(FIELDS).map(([element, saying]): Saying => [saying, 'document properties', said.get(element)]),
  );
}
