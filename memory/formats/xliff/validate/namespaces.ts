import { own } from '../../own.ts';
import type { PlacedElement } from '../../xml/placed.ts';

/** The short names of the namespaces XLIFF 2 defines; that of the core is the root element's own. */
const MODULES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:xliff:matches:2.0': 'mtc',
  'urn:oasis:names:tc:xliff:glossary:2.0': 'gls',
  'urn:oasis:names:tc:xliff:fs:2.0': 'fs',
  'urn:oasis:names:tc:xliff:metadata:2.0': 'mda',
  'urn:oasis:names:tc:xliff:resourcedata:2.0': 'res',
  'urn:oasis:names:tc:xliff:changetracking:2.0': 'ctr',
  'urn:oasis:names:tc:xliff:sizerestriction:2.0': 'slr',
  'urn:oasis:names:tc:xliff:validation:2.0': 'val',
  'urn:oasis:names:tc:xliff:pgs:1.0': 'pgs',
  'http://www.w3.org/2005/11/its': 'its',
  'urn:oasis:names:tc:xliff:itsm:2.1': 'itsm',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

const CORE = /^urn:oasis:names:tc:xliff:document:2\.[02]$/;

/** `xlf` for the core, the usual prefix for a module and for `xml:`, empty for none; `undefined` for a foreign one. */
export function namespaceKey(namespace: string): string | undefined {
  if (namespace === '') return '';
  return CORE.test(namespace) ? 'xlf' : own(MODULES, namespace);
}

/** `xlf:unit`, `mtc:match`; `undefined` for an element of a foreign namespace. */
export function elementKey({ namespace, local }: PlacedElement): string | undefined {
  const key = namespaceKey(namespace);
  return key === undefined || key === '' ? undefined : `${key}:${local}`;
}

export function isElement(element: PlacedElement, key: string): boolean {
  return elementKey(element) === key;
}
