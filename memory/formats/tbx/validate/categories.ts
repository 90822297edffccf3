import { own } from '../../own.ts';
import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { ValueKind } from '../../validate/values.ts';
import { kindFault, oneOf, TEXT } from '../../validate/values.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { placedText } from '../../xml/placed.ts';

/** The data categories of TBX-Basic, by the element they are in, with what their text may be. */
const BASIC: Readonly<Record<string, Readonly<Record<string, ValueKind>>>> = {
  descrip: { context: TEXT, definition: TEXT, subjectField: TEXT },
  admin: { customerSubset: TEXT, projectSubset: TEXT, source: TEXT },
  termNote: {
    administrativeStatus: oneOf(
      'preferredTerm-admn-sts',
      'admittedTerm-admn-sts',
      'deprecatedTerm-admn-sts',
      'supersededTerm-admn-sts',
    ),
    geographicalUsage: TEXT,
    grammaticalGender: oneOf('masculine', 'feminine', 'neuter', 'other'),
    grammaticalNumber: oneOf('singular', 'plural', 'dual', 'mass', 'other'),
    partOfSpeech: oneOf('noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'),
    termLocation: TEXT,
    termType: oneOf('fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'),
  },
  transac: { transactionType: oneOf('origination', 'modification') },
  transacNote: { responsibility: TEXT },
  ref: { crossReference: TEXT },
  xref: { externalCrossReference: TEXT, xGraphic: TEXT },
};

/** Checks that a fact of a TBX-Basic file is of a category that TBX-Basic has, and its text one that the category knows. */
export function checkBasicCategory(element: PlacedElement, faults: Faults): void {
  const categories = own(BASIC, element.local);
  const { type } = element.attributes;
  if (!categories || type === undefined) return;
  const kind = own(categories, type);
  const fault = kind
    ? kindFault(kind, placedText(element).trim())
    : `is none of TBX-Basic, which has ${Object.keys(categories).join(', ')} there`;
  if (!fault) return;
  const what = kind
    ? `The text of <${element.name} type="${type}">`
    : `The type “${type.slice(0, 40)}” of ${shown(element)}`;
  faults.add(element, `${what} ${fault}.`);
}
