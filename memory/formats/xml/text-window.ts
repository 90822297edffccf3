/** A text that pieces are taken from, by offsets in UTF-16 units. Any string is one. */
export type FileText = Pick<string, 'slice'>;

/** The part of a file's text that is still needed while it is read: offsets are those of the file. */
export class TextWindow implements FileText {
  #text = '';
  #start = 0;
  /** Where the line begins that the text begins in. */
  #firstLine = 0;

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
    this.#firstLine = this.lineStartOf(before);
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

  /** Where the line begins that an offset stands in. Lines end as XML has them: LF, CR LF or CR. */
  lineStartOf(offset: number): number {
    for (let index = offset - this.#start - 1; index >= 0; index--) {
      const sign = this.#text.charCodeAt(index);
      if (sign === 0x0a || sign === 0x0d) return this.#start + index + 1;
    }
    return this.#firstLine;
  }
}
