import { CalqueError } from '../../model/errors.ts';
import type { PlacedElement } from '../xml/placed.ts';

/** 1-based line and column, the column in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file, and where: the place of the element it is wrong with. */
export interface FileFault extends TextPlace {
  /** A sentence without the place. */
  readonly message: string;
}

/** Beyond this number of faults no more are gathered: a file so wrong is wrong as a whole. */
const MAXIMUM_FAULTS = 1000;

/** Gathers what is found, each thing once and at the element it is found at. */
export class Faults {
  readonly #found: FileFault[] = [];
  readonly #known = new Set<string>();

  add({ line, column }: TextPlace, message: string): void {
    const key = `${line}:${column} ${message}`;
    if (this.#found.length >= MAXIMUM_FAULTS || this.#known.has(key)) return;
    this.#known.add(key);
    this.#found.push({ line, column, message });
  }

  /** All of them in the order of the file. */
  all(): readonly FileFault[] {
    return this.#found.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }
}

/** `<unit id="u1">`, for messages. */
export function shown({ name, attributes }: PlacedElement): string {
  const { id } = attributes;
  return id === undefined ? `<${name}>` : `<${name} id="${id.slice(0, 40)}">`;
}

/**
 * The fault on account of which a file is not read on: it is ill-formed, or no text.
 * @throws what it is given, where that is no fault of the file
 */
export function unreadableFault(error: unknown): FileFault {
  if (!(error instanceof CalqueError) || error.code === 'file-unreadable') throw error;
  const { line = 1, column = 1 } = error.details;
  const message = error.message.replace(/^.*? is not well-formed XML at line \d+, column \d+: /, '');
  return { line, column, message };
}
