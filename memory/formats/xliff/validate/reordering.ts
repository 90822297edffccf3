import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { childElements } from '../../xml/placed.ts';
import { elementKey } from './namespaces.ts';
import { childrenOf } from './walk.ts';

/** The end of a fixed code belongs to the sequence it stands in, and begins none. */
const END = 'end';

/** A code, or one end of one, as it follows others in a text. */
interface CodePlace {
  readonly element: PlacedElement;
  readonly name: string;
  readonly canReorder: string;
}

/**
 * Codes that must not be reordered: a fixed sequence begins with a `firstNo`, goes on with each `no` that follows, and
 * stands in the target as it stands in the source.
 */
export function checkReordering(part: PlacedElement, faults: Faults): void {
  const [source] = childrenOf(part, 'xlf:source');
  const [target] = childrenOf(part, 'xlf:target');
  if (!source) return;
  const inTarget = target ? [...codesOf(target)].map(({ name }) => name) : [];
  for (const sequence of sequencesOf([...codesOf(source)], faults)) {
    const [first] = sequence;
    const start = first ? inTarget.indexOf(first.name) : -1;
    if (!target || start < 0) continue;
    const moved = sequence.find(({ name }, index) => inTarget[start + index] !== name && inTarget.includes(name));
    if (moved)
      faults.add(
        target,
        `The code ${shown(moved.element)} must not be reordered, and is at another place in the target.`,
      );
  }
}

function sequencesOf(codes: readonly CodePlace[], faults: Faults): readonly (readonly CodePlace[])[] {
  const sequences: CodePlace[][] = [];
  let current: CodePlace[] | undefined;
  for (const code of codes) {
    if (code.canReorder === 'firstNo') {
      current = [code];
      sequences.push(current);
    } else if (code.canReorder === 'yes') {
      current = undefined;
    } else if (current) {
      current.push(code);
    } else if (code.canReorder !== END) {
      const message = `${shown(code.element)} has canReorder="no", and no code with canReorder="firstNo" stands before it.`;
      faults.add(code.element, message);
    }
  }
  return sequences;
}

/** Both ends of a spanning code are places of their own, the second fixed where the first is. */
function* codesOf(element: PlacedElement): Generator<CodePlace> {
  for (const child of childElements(element)) {
    const { id = '', startRef = '', canReorder = 'yes' } = child.attributes;
    switch (elementKey(child)) {
      case 'xlf:ph':
      case 'xlf:sc':
        yield { element: child, name: `${id} start`, canReorder };
        break;
      case 'xlf:ec':
        yield { element: child, name: `${startRef || id} end`, canReorder: canReorder === 'yes' ? 'yes' : END };
        break;
      case 'xlf:pc':
        yield { element: child, name: `${id} start`, canReorder };
        yield* codesOf(child);
        if (canReorder !== 'yes') yield { element: child, name: `${id} end`, canReorder: END };
        break;
      case 'xlf:mrk':
        yield* codesOf(child);
        break;
    }
  }
}
