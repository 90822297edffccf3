import { own } from '../../own.ts';
import { checkChildren } from '../../validate/children.ts';
import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { childElements, resolveName } from '../../xml/placed.ts';
import type { ElementForm } from './grammar.ts';
import { ELEMENT_NAMESPACES, formOf, MODULE_ATTRIBUTES } from './grammar.ts';
import { elementKey, namespaceKey } from './namespaces.ts';
import type { ValueName } from './values.ts';
import { valueFault } from './values.ts';

/** Checks the form of an element and all in it: which children in which order, text, attributes and their values. */
export function checkStructure(element: PlacedElement, faults: Faults): void {
  const key = elementKey(element);
  if (key === undefined || !ELEMENT_NAMESPACES.has(key.slice(0, key.indexOf(':')))) return;
  const form = formOf(key);
  if (!form) {
    faults.add(element, `There is no element <${element.name}> in its namespace.`);
    return;
  }
  checkChildren(element, form, (child) => nameOf(child, element), faults);
  checkAttributes(element, form, faults);
  for (const child of childElements(element)) checkStructure(child, faults);
}

function nameOf(child: PlacedElement, parent: PlacedElement): string {
  const key = elementKey(child) ?? 'other';
  if (key.startsWith('xlf:')) return key.slice(4);
  return child.namespace === '' && parent.namespace === '' ? child.local : key;
}

function checkAttributes(element: PlacedElement, form: ElementForm, faults: Faults): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const { namespace, local } = resolveName(name, element.namespaces, true);
    const prefix = namespaceKey(namespace);
    const known = prefix === undefined ? undefined : prefix === '' ? local : `${prefix}:${local}`;
    const kind = own(form.attributes, known ?? '');
    const fault = kind ? valueFault(valueName(kind), value) : foreignFault(prefix, known, form, value);
    if (fault) faults.add(element, `The attribute ${name} of ${shown(element)} ${fault}.`);
  }
  for (const [name, kind] of Object.entries(form.attributes)) {
    if (kind.endsWith('!') && element.attributes[name] === undefined) {
      faults.add(element, `${shown(element)} lacks the attribute ${name}.`);
    }
  }
}

function valueName(kind: ValueName | `${ValueName}!`): ValueName {
  return (kind.endsWith('!') ? kind.slice(0, -1) : kind) as ValueName;
}

function foreignFault(
  prefix: string | undefined,
  known: string | undefined,
  { foreign }: ElementForm,
  value: string,
): string | undefined {
  if (prefix === '' || prefix === 'xlf') return 'is none that it has';
  if (foreign === undefined || (foreign === 'modules' && (prefix === undefined || prefix === 'xml'))) {
    return 'is of a namespace whose attributes must not stand there';
  }
  const kind = own(MODULE_ATTRIBUTES, known ?? '');
  if (kind) return valueFault(kind, value);
  const isModule = prefix !== undefined && !['xml', 'its', 'itsm'].includes(prefix);
  return isModule ? 'is none that its module has' : undefined;
}
