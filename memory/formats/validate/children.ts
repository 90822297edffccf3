import type { PlacedElement } from '../xml/placed.ts';
import { childElements } from '../xml/placed.ts';
import type { Faults } from './faults.ts';
import { shown } from './faults.ts';

/** What may stand in an element. */
export interface Content {
  /**
   * The children in their order, each `name` with `?`, `*` or `+` as in a regular expression; alternatives with `|`;
   * `other` is any element of another namespace. Absent for any children.
   */
  readonly children?: string;
  /** Whether text may stand between the children. */
  readonly mixed?: true;
}

interface Step {
  readonly names: readonly string[];
  readonly isRequired: boolean;
  readonly repeats: boolean;
}

const steps = new Map<string, readonly Step[]>();

function stepsOf(children: string): readonly Step[] {
  const known = steps.get(children);
  if (known) return known;
  const read = children
    .split(' ')
    .filter(Boolean)
    .map((step): Step => {
      const sign = /[?*+]$/.exec(step)?.[0] ?? '';
      const names = step.slice(0, step.length - sign.length).split('|');
      return { names, isRequired: sign === '' || sign === '+', repeats: sign === '*' || sign === '+' };
    });
  steps.set(children, read);
  return read;
}

/**
 * Checks which children an element has, in which order, and that no text stands where none may.
 * @param nameOf what the content calls a child
 */
export function checkChildren(
  element: PlacedElement,
  { children: allowed, mixed }: Content,
  nameOf: (child: PlacedElement) => string,
  faults: Faults,
): void {
  if (!mixed && element.children.some((child) => typeof child === 'string' && child.trim() !== '')) {
    faults.add(element, `${shown(element)} holds text, which it must not.`);
  }
  if (allowed === undefined) return;
  const children = childElements(element);
  let place = 0;
  for (const { names, isRequired, repeats } of stepsOf(allowed)) {
    let count = 0;
    for (let child = children[place]; child && (repeats || count === 0); child = children[place]) {
      const isOther = names.includes('other') && child.namespace !== element.namespace;
      if (!isOther && !names.includes(nameOf(child))) break;
      count++;
      place++;
    }
    if (count === 0 && isRequired) {
      const found = children[place];
      const where = found ? ` before <${found.name}>` : '';
      faults.add(element, `${shown(element)} lacks ${names.map((name) => `<${name}>`).join(' or ')}${where}.`);
      return;
    }
  }
  const extra = children[place];
  if (extra) faults.add(extra, `${shown(extra)} must not stand here in ${shown(element)}.`);
}
