import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { childElements, ownChildren } from '../../xml/placed.ts';

/**
 * What the form of a `tu` cannot say: that it has a text in its source language, and that the codes of each segment
 * are paired.
 * @param sourceLanguage the header's
 */
export function checkUnit(tu: PlacedElement, sourceLanguage: string | undefined, faults: Faults): void {
  const variants = ownChildren(tu, 'tuv');
  const wanted = tu.attributes['srclang'] ?? sourceLanguage;
  if (wanted !== undefined && wanted !== '*all*' && variants.length > 0) {
    const languages = variants.map(({ attributes }) => attributes['xml:lang'] ?? attributes['lang'] ?? '');
    if (!languages.some((language) => isOf(language, wanted))) {
      faults.add(tu, `${named(tu)} has no <tuv> in its source language, ${wanted}.`);
    }
  }
  for (const variant of variants) for (const segment of ownChildren(variant, 'seg')) checkPairs(segment, faults);
}

/** Whether a text in one language will do for another: `en-US` for `en`, and `en` for `en-US`. */
function isOf(language: string, wanted: string): boolean {
  const [first = '', second = ''] = [language.toLowerCase(), wanted.toLowerCase()].toSorted(
    (a, b) => a.length - b.length,
  );
  return first !== '' && (first === second || second.startsWith(`${first}-`));
}

function named(tu: PlacedElement): string {
  const { tuid } = tu.attributes;
  return tuid === undefined ? '<tu>' : `<tu tuid="${tuid.slice(0, 40)}">`;
}

/** Every `bpt` of a segment has an `i` of its own, and an `ept` of the same `i` behind it, which has nothing else before it. */
function checkPairs(segment: PlacedElement, faults: Faults): void {
  const open = new Map<string, PlacedElement>();
  const closed = new Set<string>();
  for (const element of codesIn(segment)) {
    const { i } = element.attributes;
    if (i === undefined) continue;
    if (element.local === 'bpt') {
      if (open.has(i) || closed.has(i)) faults.add(element, `A <bpt> with i="${i}" is there already in this <seg>.`);
      else open.set(i, element);
    } else if (open.delete(i)) closed.add(i);
    else faults.add(element, `<ept i="${i}"> ends no <bpt> that stands before it in this <seg>.`);
  }
  for (const [i, element] of open) faults.add(element, `<bpt i="${i}"> is ended by no <ept> in this <seg>.`);
}

function* codesIn(element: PlacedElement): Generator<PlacedElement> {
  for (const child of childElements(element)) {
    if (child.local === 'bpt' || child.local === 'ept') yield child;
    yield* codesIn(child);
  }
}

/** What the form of a header cannot say, of characters that its tool makes up. */
export function checkHeader(header: PlacedElement, faults: Faults): void {
  for (const set of ownChildren(header, 'ude')) {
    const maps = ownChildren(set, 'map');
    if (set.attributes['base'] === undefined && maps.some(({ attributes }) => attributes['code'] !== undefined)) {
      faults.add(set, `${shown(set)} lacks the attribute base, for one <map> of it has a code.`);
    }
    for (const map of maps) {
      if (!['code', 'ent', 'subst'].some((name) => map.attributes[name] !== undefined)) {
        faults.add(map, '<map> has neither code nor ent nor subst.');
      }
    }
  }
}
