import { own } from '../own.ts';
import type { PlacedElement } from '../xml/placed.ts';
import { childElements } from '../xml/placed.ts';
import type { Content } from './children.ts';
import { checkChildren } from './children.ts';
import type { Faults } from './faults.ts';
import { shown } from './faults.ts';
import type { ValueKind } from './values.ts';
import { kindFault } from './values.ts';

/** The form of an element of a format whose attributes are in no namespace but that of `xml:`. */
export interface PlainForm extends Content {
  /** By name as written. */
  readonly attributes: Readonly<Record<string, ValueKind>>;
  readonly required?: readonly string[];
}

/** The elements of a format, by name. */
export type PlainGrammar = Readonly<Record<string, PlainForm>>;

/** Checks the form of an element and of all in it of the same namespace. */
export function checkPlainForm(element: PlacedElement, grammar: PlainGrammar, faults: Faults): void {
  const form = own(grammar, element.local);
  if (!form) {
    faults.add(element, `There is no element <${element.name}> in this format.`);
    return;
  }
  checkChildren(element, form, ({ local, namespace }) => (namespace === element.namespace ? local : ''), faults);
  checkPlainAttributes(element, form, faults);
  for (const child of childElements(element)) {
    if (child.namespace === element.namespace) checkPlainForm(child, grammar, faults);
  }
}

/** Checks the attributes of an element that is not read as a whole. */
export function checkPlainAttributes(
  element: PlacedElement,
  { attributes, required }: PlainForm,
  faults: Faults,
): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'xmlns' || (name.includes(':') && !name.startsWith('xml:'))) continue;
    const kind = own(attributes, name);
    const fault = kind ? kindFault(kind, value) : 'is none that it has';
    if (fault) faults.add(element, `The attribute ${name} of ${shown(element)} ${fault}.`);
  }
  for (const name of required ?? []) {
    if (element.attributes[name] === undefined) faults.add(element, `${shown(element)} lacks the attribute ${name}.`);
  }
}
