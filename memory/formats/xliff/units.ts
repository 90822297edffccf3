import type { InlineContent } from '../../model/inline.ts';
import { sameContent } from '../../model/inline.ts';
import type { PlacedElement } from '../xml/placed.ts';
import type { FileText } from '../xml/text-window.ts';
import type { Dialect } from './dialects.ts';

/** What a unit's reader knows of the file around it. */
export interface UnitContext {
  readonly fileName: string;
  readonly fileText: FileText;
  readonly dialect: Dialect;
  /** The path of the unit, unique in the file. */
  readonly path: string;
  readonly line: number;
}

/** Whether a unit is to be translated, by itself or what it stands in: the innermost `translate` decides. */
export function isTranslatable(unit: PlacedElement): boolean {
  for (let element: PlacedElement | undefined = unit; element; element = element.parent) {
    const { translate } = element.attributes;
    if (translate !== undefined) return translate !== 'no';
  }
  return true;
}

/** Tools that translate what stands in the target have the source there until someone does. */
export function isPlaceholder(target: InlineContent, source: InlineContent, state: string | undefined): boolean {
  return (state === 'new' || state === 'needs-translation') && sameContent(target, source);
}

/** Makes names unique by a number behind the second and further ones. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  take(name: string): string {
    let given = name;
    for (let number = 2; this.#taken.has(given); number++) given = `${name}~${number}`;
    this.#taken.add(given);
    return given;
  }
}
