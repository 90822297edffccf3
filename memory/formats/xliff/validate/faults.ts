import type { Lines, TextPlace } from '../../xml/lines.ts';
import type { PlacedElement } from '../../xml/placed.ts';

/** What is wrong with a file, and where: 1-based line and column of the element it is wrong with. */
export interface XliffFault extends TextPlace {
  /** A sentence without the place. */
  readonly message: string;
}

/** Beyond this number of faults no more are gathered: a file so wrong is wrong as a whole. */
const MAXIMUM_FAULTS = 1000;

/** Gathers what is found, each thing once and at the element it is found at. */
export class Faults {
  readonly #lines: Lines;
  readonly #found: XliffFault[] = [];
  readonly #known = new Set<string>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  add(element: PlacedElement, message: string): void {
    const key = `${element.start} ${message}`;
    if (this.#found.length >= MAXIMUM_FAULTS || this.#known.has(key)) return;
    this.#known.add(key);
    this.#found.push({ ...this.#lines.placeOf(element.start), message });
  }

  /** All of them in the order of the file. */
  all(): readonly XliffFault[] {
    return this.#found.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }
}

/** `<unit id="u1">`, for messages. */
export function shown({ name, attributes }: PlacedElement): string {
  const { id } = attributes;
  return id === undefined ? `<${name}>` : `<${name} id="${id.slice(0, 40)}">`;
}
