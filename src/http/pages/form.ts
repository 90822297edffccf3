import type { Request, RequestHandler } from 'express';
import express from 'express';
import multer from 'multer';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FormState } from '../../../views/pages/form.ts';
import type { GivenDocument } from '../../services/documents.ts';
import { messagesFor } from './language.ts';

/** The largest file a form takes, in bytes; TMX is the largest of what comes. */
const MAX_FILE = 64 * 1024 * 1024;
/** The largest text field, in bytes. */
const MAX_FIELD = 12 * 1024 * 1024;
/** The most files a form takes, and the most bytes that it may have with all of them. */
const MAX_FILES = 50;
const MAX_FORM = 256 * 1024 * 1024;

const readParts = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_FILE, fieldSize: MAX_FIELD, files: MAX_FILES, fields: 40, parts: MAX_FILES + 40 },
}).any();

/** Reads a form with files into memory. A file field that was left empty is taken as not sent. */
export const readForm: RequestHandler = (request, response, next) => {
  if (Number(request.headers['content-length'] ?? MAX_FORM + 1) > MAX_FORM) {
    const message = `A form may have ${MAX_FORM / 1024 / 1024} MB with all its files: send fewer at once.`;
    return next(new CalqueError('too-large', message));
  }
  readParts(request, response, (error?: unknown) => {
    if (error === undefined || error instanceof multer.MulterError) return next(error);
    next(new CalqueError('bad-request', 'The form broke off or was not sent as a browser does.', {}, { cause: error }));
  });
};

/** Reads a form without files, as a browser sends it. */
export const readFields: RequestHandler = express.urlencoded({
  extended: false,
  limit: '256kb',
  parameterLimit: 2_000,
});

/** What was entered into a form's fields. */
export function fieldsOf(request: Request): Readonly<Record<string, string>> {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** A file that was chosen in a form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function fileOf(request: Request, field: string): SentFile | undefined {
  return filesOf(request, field)[0];
}

/** The files that were chosen in a field that takes several. */
export function filesOf(request: Request, field: string): readonly SentFile[] {
  const files = Array.isArray(request.files) ? request.files : [];
  // Browsers send an unchosen file as one without a name.
  return files
    .filter(({ fieldname, originalname }) => fieldname === field && originalname !== '')
    .map(({ originalname, buffer }) => ({ name: fileName(originalname), bytes: buffer }));
}

/** File names come as the bytes of UTF-8, which the form reader takes for Latin-1. */
function fileName(original: string): string {
  const name = Buffer.from(original, 'latin1').toString('utf8');
  return name.includes('\uFFFD') ? original : name;
}

/**
 * The text of a field that is pasted into, or the file chosen beside it (the field's name with `File`).
 * @param name names it in errors: `The French text`
 * @throws CalqueError with the field as `where`
 */
export function documentOf(request: Request, field: string, name: string): GivenDocument {
  const pasted = fieldsOf(request)[field] ?? '';
  const file = fileOf(request, `${field}File`);
  if (file === undefined) {
    if (pasted.trim() !== '') return { name, where: field, text: pasted.replaceAll('\r\n', '\n') };
    throw new CalqueError('empty-text', `${name} is missing: paste it, or choose a file.`, { where: field });
  }
  if (pasted.trim() !== '') {
    throw new CalqueError('bad-request', `${name} was pasted and chosen as a file; send one of the two.`, {
      where: `${field}File`,
    });
  }
  return { ...file, where: `${field}File` };
}

/** Reads a file that was sent, and has an error that names the file name the field it came in. */
export async function inField<T>(field: string, file: SentFile, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof CalqueError) || error.details.where !== file.name) throw error;
    throw new CalqueError(error.code, error.message, { ...error.details, where: field }, { cause: error });
  }
}

/** The form again as it was sent, with what is wrong. */
export function faultyForm(request: Request, error: CalqueError, fields: readonly string[]): FormState {
  const { where, issues } = error.details;
  const listed = issues ?? [{ where: where ?? '', message: error.message }];
  const { tellError } = messagesFor(request);
  const faults = listed.map(({ where: place, message }) => {
    const field = fields.find((name) => place === name || place.endsWith(`.${name}`));
    return { message: tellError(error.code, message), ...(field !== undefined && { field }) };
  });
  return { values: fieldsOf(request), faults };
}
