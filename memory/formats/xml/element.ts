/** An element with all that is in it; comments and processing instructions are not kept. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (string | XmlElement)[];
  /** 1-based line its start tag begins on. */
  readonly line: number;
  /** 1-based column of its `<`, in UTF-16 units. */
  readonly column: number;
}

/** The child elements of that name, in order. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) found.push(child);
  return found;
}

/** All text in it at any depth, tags left out. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}
