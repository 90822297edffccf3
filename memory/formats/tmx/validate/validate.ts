import type { FileFault } from '../../validate/faults.ts';
import { Faults, shown, unreadableFault } from '../../validate/faults.ts';
import { checkPlainAttributes, checkPlainForm } from '../../validate/plain-form.ts';
import { oneOf } from '../../validate/values.ts';
import type { Chunks } from '../../xml/bytes.ts';
import type { PlacedElement, PlacedEvents } from '../../xml/placed.ts';
import { readPlacedStream } from '../../xml/placed.ts';
import type { TmxVersion } from './grammar.ts';
import { TMX_GRAMMARS, TMX_VERSIONS } from './grammar.ts';
import { checkHeader, checkUnit } from './units.ts';

/**
 * What is wrong with a TMX file, 1.1 to 1.4b, in the order of the file; empty when it is valid: against the form that
 * its version has, and against what that cannot express – codes that are no pairs, a `tu` without its source language.
 * Streamed, in the memory of the largest `tu`. What is ill-formed or no text is a fault, and ends the reading.
 */
export async function validateTmx(chunks: Chunks, name: string): Promise<readonly FileFault[]> {
  const faults = new Faults();
  const check = new TmxCheck(faults);
  try {
    await readPlacedStream(chunks, name, check);
  } catch (error) {
    return [...faults.all(), unreadableFault(error)];
  }
  return faults.all();
}

const ROOT = { attributes: { version: oneOf(...TMX_VERSIONS) }, required: ['version'] };
const BODY = { attributes: {} };

class TmxCheck implements PlacedEvents {
  readonly #faults: Faults;
  #version: TmxVersion = '1.4';
  /** What was read of the parts of the root element. */
  #parts = 0;
  #sourceLanguage: string | undefined;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  wants({ local, parent }: PlacedElement): boolean {
    if (!parent) return false;
    return local === 'tu' ? parent.local === 'body' : local === 'header' && !parent.parent;
  }

  start(element: PlacedElement): void {
    const { local, parent } = element;
    if (!parent) this.#root(element);
    else if (local === 'body' && !parent.parent) {
      this.#part(element, 2);
      checkPlainAttributes(element, BODY, this.#faults);
    } else this.#faults.add(element, `${shown(element)} must not stand here in ${shown(parent)}.`);
  }

  end(element: PlacedElement): void {
    if (element.parent || element.local !== 'tmx') return;
    if (this.#parts < 2) this.#faults.add(element, '<tmx> lacks <body>.');
  }

  text(run: string, holder: PlacedElement): void {
    if (run.trim() !== '') this.#faults.add(holder, `${shown(holder)} holds text, which it must not.`);
  }

  subtree(element: PlacedElement): void {
    checkPlainForm(element, TMX_GRAMMARS[this.#version], this.#faults);
    if (element.local === 'tu') {
      checkUnit(element, this.#sourceLanguage, this.#faults);
      return;
    }
    this.#part(element, 1);
    this.#sourceLanguage = element.attributes['srclang'];
    checkHeader(element, this.#faults);
  }

  #root(element: PlacedElement): void {
    if (element.local !== 'tmx') {
      this.#faults.add(element, `The file is not TMX: it begins with ${shown(element)}, not <tmx>.`);
      return;
    }
    checkPlainAttributes(element, ROOT, this.#faults);
    this.#version = TMX_VERSIONS.find((one) => one === element.attributes['version']) ?? this.#version;
  }

  /** The header comes first, the body second, each once. */
  #part(element: PlacedElement, place: 1 | 2): void {
    if (this.#parts === 0 && place === 2) this.#faults.add(element, '<tmx> lacks <header> before <body>.');
    else if (this.#parts !== place - 1) this.#faults.add(element, `${shown(element)} must not stand here in <tmx>.`);
    this.#parts = Math.max(this.#parts, place);
  }
}
