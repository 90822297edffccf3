import { z } from 'zod';
import type { ErrorCode } from '../../../memory/model/errors.ts';
import { id } from '../values.ts';

/** Of one thing by its identity. */
export const byId = z.object({ id });
/** Of a document of a project. */
export const byDocument = z.object({ id, documentId: id });
/** All of something at once. */
export const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item).readonly() });

/** What can be wrong with a text, whatever it is for. */
export const TEXT_ERRORS = [
  'empty-text',
  'not-text',
  'not-utf8',
  'line-too-long',
  'too-large',
  'unsupported-format',
  'ill-formed-file',
  'ill-formed-xml',
] as const satisfies readonly ErrorCode[];

export const XLIFF_TYPES = [
  'application/x-xliff+xml',
  'application/xliff+xml',
  'application/xml',
  'text/xml',
  'application/octet-stream',
] as const;

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What can be wrong with an XLIFF file to be translated. */
export const XLIFF_ERRORS = [
  'ill-formed-xml',
  'ill-formed-file',
  'unsupported-format',
  'unknown-language',
  'same-language',
  'wrong-language',
  'empty-text',
  'not-text',
  'not-utf8',
  'text-too-long',
  'too-large',
  'unsupported-media-type',
] as const satisfies readonly ErrorCode[];
