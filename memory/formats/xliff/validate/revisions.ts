import { own } from '../../own.ts';
import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { namespaceKey } from './namespaces.ts';
import { childrenOf, descendants, enclosing } from './walk.ts';

/**
 * Change tracking: revisions of something there may be several of name the one they are of, and each item is its
 * content or an attribute that it has.
 */
export function checkRevisions(revisions: PlacedElement, faults: Faults): void {
  const { appliesTo = '', ref } = revisions.attributes;
  const container = enclosing(revisions, 'xlf:unit', 'xlf:group', 'xlf:file');
  const candidates = container ? appliedTo(container, appliesTo) : [];
  const identified = candidates.filter(({ attributes }) => attributes['id'] !== undefined);
  const subject = candidates.find(({ attributes }) => attributes['id'] === ref);
  if (ref === undefined && identified.length > 0 && candidates.length > 1) {
    faults.add(revisions, `${shown(revisions)} must say by its ref which <${appliesTo}> it is of.`);
  }
  if (ref !== undefined && identified.length > 0 && !subject) {
    faults.add(revisions, `The ref of ${shown(revisions)} is “${ref}”, which is no <${appliesTo}> there.`);
  }
  for (const revision of childrenOf(revisions, 'ctr:revision')) checkItems(revision, subject, faults);
}

function appliedTo(container: PlacedElement, name: string): readonly PlacedElement[] {
  return [...descendants(container)].filter(
    ({ local, namespace }) => local === name && namespaceKey(namespace) === 'xlf',
  );
}

function checkItems(revision: PlacedElement, subject: PlacedElement | undefined, faults: Faults): void {
  const seen = new Set<string>();
  for (const item of childrenOf(revision, 'ctr:item')) {
    const { property = '' } = item.attributes;
    if (seen.has(property)) faults.add(item, `The property “${property}” is there already in this revision.`);
    seen.add(property);
    if (subject && property !== 'content' && own(subject.attributes, property) === undefined) {
      faults.add(item, `The property “${property}” is neither content nor an attribute of ${shown(subject)}.`);
    }
  }
}
