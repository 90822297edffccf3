import { own } from '../../own.ts';
import type { FileFault, TextPlace } from '../../validate/faults.ts';
import { Faults, shown, unreadableFault } from '../../validate/faults.ts';
import { checkPlainAttributes, checkPlainForm } from '../../validate/plain-form.ts';
import { kindFault } from '../../validate/values.ts';
import type { Chunks } from '../../xml/bytes.ts';
import type { PlacedElement, PlacedEvents } from '../../xml/placed.ts';
import { childElements, placedText, readPlacedStream } from '../../xml/placed.ts';
import { checkBasicCategory } from './categories.ts';
import type { TbxForm, TbxKind } from './grammar.ts';
import { ELEMENT_VALUES, TBX_FORMS, TBX_KINDS } from './grammar.ts';
import { ID } from './values.ts';

/**
 * What is wrong with a TBX file – TBX 2, TBX 3 in both styles, TBX-Min – in the order of the file; empty when it is
 * valid: against the form that it has, and against what that cannot express – ids that are there twice, references to
 * nothing, dates, and the data categories of TBX-Basic where it says that it is that. Streamed, in the memory of the
 * largest entry and of the ids. What is ill-formed or no text is a fault, and ends the reading.
 */
export async function validateTbx(chunks: Chunks, name: string): Promise<readonly FileFault[]> {
  const faults = new Faults();
  const check = new TbxCheck(faults);
  try {
    await readPlacedStream(chunks, name, check);
  } catch (error) {
    return [...faults.all(), unreadableFault(error)];
  }
  return faults.all();
}

/** A reference to an id of the file; others lead out of it. */
const INTERNAL = /^#?[^:/#]+$/;

/** Elements whose `target` is an address, or a language. */
const OTHER_TARGETS: ReadonlySet<string> = new Set(['xref', 'languages']);

class TbxCheck implements PlacedEvents {
  readonly #faults: Faults;
  #kind: TbxKind = 'martif';
  #isBasic = false;
  readonly #ids = new Set<string>();
  readonly #references: { readonly id: string; readonly place: TextPlace; readonly message: string }[] = [];
  /** The parts of the root element that there were. */
  readonly #parts: string[] = [];
  #entries = 0;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  get #form(): TbxForm {
    return TBX_FORMS[this.#kind];
  }

  wants({ local, parent }: PlacedElement): boolean {
    const { header, entry } = this.#form;
    if (!parent) return false;
    return local === entry
      ? parent.local === 'body'
      : (local === header && !parent.parent) || this.#isBack(local, parent);
  }

  #isBack(local: string, parent: PlacedElement): boolean {
    return local === 'back' && parent.local === 'text' && this.#form.body === 'text';
  }

  start(element: PlacedElement): void {
    const { local, parent } = element;
    const { body } = this.#form;
    if (!parent) this.#root(element);
    else if (local === body && !parent.parent) this.#part(element);
    else if (local !== 'body' || parent.local !== 'text') this.#misplaced(element, parent);
  }

  end(element: PlacedElement): void {
    const { entry, body } = this.#form;
    if (element.local === 'body' && this.#entries === 0) this.#faults.add(element, `<body> lacks <${entry}>.`);
    if (element.parent) return;
    if (TBX_KINDS.some((kind) => kind === element.local) && !this.#parts.includes(body)) {
      this.#faults.add(element, `<${element.name}> lacks <${body}>.`);
    }
    for (const { id, place, message } of this.#references) if (!this.#ids.has(id)) this.#faults.add(place, message);
  }

  text(run: string, holder: PlacedElement): void {
    if (run.trim() !== '') this.#faults.add(holder, `${shown(holder)} holds text, which it must not.`);
  }

  subtree(element: PlacedElement): void {
    checkPlainForm(element, this.#form.grammar, this.#faults);
    this.#checkContent(element);
    if (element.local === this.#form.entry) this.#entries++;
    else if (element.local === this.#form.header) this.#part(element);
  }

  #root(element: PlacedElement): void {
    const kind = TBX_KINDS.find((one) => one === element.local);
    if (!kind) {
      const roots = TBX_KINDS.map((one) => `<${one}>`).join(', ');
      this.#faults.add(element, `The file is not TBX: it begins with ${shown(element)}, not one of ${roots}.`);
      return;
    }
    this.#kind = kind;
    this.#isBasic = element.attributes['type'] === 'TBX-Basic';
    checkPlainAttributes(element, this.#form.root, this.#faults);
  }

  /** The header comes first, the body second, each once. */
  #part(element: PlacedElement): void {
    const { header, body } = this.#form;
    const { local, parent } = element;
    if (local === body && this.#parts.length === 0) {
      this.#faults.add(element, `<${parent?.name}> lacks <${header}> before <${body}>.`);
    } else if (parent && this.#parts.length !== (local === header ? 0 : 1)) this.#misplaced(element, parent);
    this.#parts.push(local);
  }

  #misplaced(element: PlacedElement, parent: PlacedElement): void {
    this.#faults.add(element, `${shown(element)} must not stand here in ${shown(parent)}.`);
  }

  /** What the form of an element cannot say of it and of all in it. */
  #checkContent(element: PlacedElement): void {
    const { local, attributes } = element;
    const { id, target } = attributes;
    // The ids of inline codes are those of one text.
    if (id !== undefined && own(this.#form.grammar, local)?.attributes['id'] === ID) {
      if (this.#ids.has(id)) this.#faults.add(element, `The id of ${shown(element)} is there already in this file.`);
      this.#ids.add(id);
    }
    if (target !== undefined && !OTHER_TARGETS.has(local) && INTERNAL.test(target)) this.#reference(element, target);
    const kind = own(ELEMENT_VALUES[this.#kind], local);
    const fault = kind && kindFault(kind, placedText(element).trim());
    if (fault) this.#faults.add(element, `The text of ${shown(element)} ${fault}.`);
    if (local === 'term' && placedText(element).trim() === '') this.#faults.add(element, `${shown(element)} is empty.`);
    if (this.#isBasic) checkBasicCategory(element, this.#faults);
    for (const child of childElements(element)) this.#checkContent(child);
  }

  #reference(element: PlacedElement, target: string): void {
    this.#references.push({
      id: target.replace(/^#/, ''),
      place: { line: element.line, column: element.column },
      message: `The target of ${shown(element)} is “${target.slice(0, 60)}”, and nothing in the file has that id.`,
    });
  }
}
