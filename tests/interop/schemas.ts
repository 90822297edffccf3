import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DtdValidator, XmlDocument, XmlDtd, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { sharedPath } from '../support/shared.ts';

const SCHEMAS = 'schemas/catalog';

export const XLIFF_12_SCHEMAS = {
  strict: `${SCHEMAS}/xliff/xliff-core-1.2-strict.xsd`,
  transitional: `${SCHEMAS}/xliff/xliff-core-1.2-transitional.xsd`,
} as const;

/** With all modules, without which a validator does not look inside them. */
export const XLIFF_2_SCHEMAS = {
  '2.1': `${SCHEMAS}/xliff2.1/all.xsd`,
  '2.2': `${SCHEMAS}/xliff2.2/all.xsd`,
} as const;

const XML_SCHEMA = `${SCHEMAS}/xml/xml.xsd`;

/** By the version that a file states. */
export const TMX_DTDS = {
  '1.1': 'schemas/tmx/tmx11.dtd',
  '1.2': 'schemas/tmx/tmx12.dtd',
  '1.3': 'schemas/tmx/tmx13.dtd',
  '1.4': 'schemas/tmx/tmx14.dtd',
} as const;

/** Kept as long as the tests run: to read a schema takes far longer than to hold a document against it. */
const validators = new Map<string, XsdValidator>();

/** What a schema of `../shared` has against a document; empty when it is valid. */
export function schemaFaults(xml: string, schemaPath: string): readonly string[] {
  const validator = validators.get(schemaPath) ?? readSchema(schemaPath);
  validators.set(schemaPath, validator);
  return faults(xml, (document) => validator.validate(document));
}

function readSchema(schemaPath: string): XsdValidator {
  // Without the providers, imports are skipped in silence.
  xmlRegisterFsInputProviders();
  const imported = pathToFileURL(sharedPath(XML_SCHEMA)).href;
  const schema = readFileSync(sharedPath(schemaPath), 'utf8').replaceAll('http://www.w3.org/2001/xml.xsd', imported);
  return XsdValidator.fromDoc(XmlDocument.fromString(schema, { url: sharedPath(schemaPath) }));
}

/** What the DTD of a version has against a document; empty when it is valid. */
export function tmxFaults(tmx: string, dtd: string = TMX_DTDS['1.4']): readonly string[] {
  const validator = new DtdValidator(XmlDtd.fromBuffer(readFileSync(sharedPath(dtd))));
  try {
    return faults(tmx, (document) => validator.validate(document));
  } finally {
    validator.dispose();
  }
}

function faults(xml: string, validate: (document: XmlDocument) => void): readonly string[] {
  const document = XmlDocument.fromString(xml);
  try {
    validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlLibError)
      return error.details.map(({ line, message }) => `line ${line}: ${message.trim()}`);
    throw error;
  } finally {
    document.dispose();
  }
}
