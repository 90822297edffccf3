/** A text that pieces are taken from, by offsets in UTF-16 units. Any string is one. */
export type FileText = Pick<string, 'slice'>;

/** The part of a file's text that is still needed while it is read: offsets are those of the file. */
export class TextWindow implements FileText {
  #text = '';
  #start = 0;

  /** After the last character there is so far. */
  get end(): number {
    return this.#start + this.#text.length;
  }

  append(text: string): void {
    this.#text += text;
  }

  /** Lets go of what stands before an offset; nothing where it is out of the window. */
  forget(before: number): void {
    if (before <= this.#start) return;
    this.#text = this.#text.slice(before - this.#start);
    this.#start = before;
  }

  /** What is left of the text from `start` to before `end`. */
  slice(start: number, end: number): string {
    return this.#text.slice(Math.max(0, start - this.#start), Math.max(0, end - this.#start));
  }

  /** The offset of the last `sign` at or before `from`; -1 where there is none left. */
  lastIndexOf(sign: string, from: number): number {
    const index = this.#text.lastIndexOf(sign, from - this.#start);
    return index < 0 ? index : index + this.#start;
  }
}
