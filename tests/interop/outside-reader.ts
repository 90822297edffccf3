import { XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';

/** Attributes that say the state of a target, in XLIFF and its dialects. */
const STATES: ReadonlySet<string> = new Set([
  'state',
  'state-qualifier',
  'subState',
  'approved',
  'conf',
  'status',
  'confirmed',
]);

/** Elements that hold a source and its target. */
const HOLDERS: ReadonlySet<string> = new Set(['trans-unit', 'segment', 'ignorable']);

/** What an outside parser finds in an XLIFF file. */
export interface OutsideView {
  /** All of it but the targets of segments, their states and approvals. */
  readonly rest: string;
  /** The text of every target of a segment, in order. */
  readonly targets: readonly string[];
}

/** Reads an XLIFF file with libxml2; `undefined` when it is no XLIFF, or not well formed. */
export function outsideView(bytes: Uint8Array): OutsideView | undefined {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes);
  } catch {
    return undefined;
  }
  try {
    if (document.root.name !== 'xliff') return undefined;
    const targets: string[] = [];
    const instructions = new TextDecoder('latin1').decode(bytes).match(/<\?.*?\?>/gs) ?? [];
    return { rest: serialised(document.root, false, targets) + instructions.join('\n'), targets };
  } finally {
    document.dispose();
  }
}

function serialised(element: XmlElement, isHolder: boolean, targets: string[]): string {
  const attributes = element.attrs
    .filter(({ name }) => !STATES.has(name))
    .map(({ name, namespaceUri, value }) => ` {${namespaceUri}}${name}=${JSON.stringify(value)}`)
    .sort();
  let written = `<{${element.namespaceUri}}${element.name}${attributes.join('')}>`;
  const holds = HOLDERS.has(element.name);
  let run = '';
  // Walking by siblings, the library stops at processing instructions.
  for (const child of element.find('node()[not(self::processing-instruction())]')) {
    if (child instanceof XmlText || child instanceof XmlCData) {
      run += child.content;
    } else if (child instanceof XmlElement) {
      if (holds && child.name === 'target') {
        targets.push(child.content);
        continue;
      }
      written += runOf(run, holds) + serialised(child, holds, targets);
      run = '';
    } else {
      written += `${runOf(run, holds)}<!${JSON.stringify(child.content)}>`;
      run = '';
    }
  }
  return `${written}${runOf(run, holds)}</>${isHolder ? '' : '\n'}`;
}

/** White space between the parts of a unit is layout. */
function runOf(text: string, isLayout: boolean): string {
  return isLayout && text.trim() === '' ? '' : JSON.stringify(text);
}
