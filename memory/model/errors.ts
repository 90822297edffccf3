/**
 * Every error that Calque answers with, once: its HTTP status, the exit status of the command line
 * (1 failed, 2 used wrongly) and its title. Codes are part of the API and do not change their meaning.
 */
export const ERRORS = {
  'bad-request': { status: 400, exit: 2, title: 'The request is not of the expected form' },
  'not-json': { status: 400, exit: 2, title: 'The body is not well-formed JSON' },
  'not-signed-in': { status: 401, exit: 1, title: 'Nobody is signed in' },
  'wrong-password': { status: 401, exit: 1, title: 'The address or the password is not right' },
  forbidden: { status: 403, exit: 1, title: 'This is not yours to do' },
  'forbidden-origin': { status: 403, exit: 1, title: 'The request comes from another site' },
  'not-found': { status: 404, exit: 1, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, exit: 2, title: 'This method is not offered here' },
  'version-conflict': { status: 409, exit: 1, title: 'It was changed meanwhile' },
  'already-exists': { status: 409, exit: 1, title: 'It exists already' },
  'last-administrator': { status: 409, exit: 1, title: 'There would be no administrator' },
  locked: { status: 409, exit: 1, title: 'It is locked' },
  'nothing-to-undo': { status: 409, exit: 1, title: 'There is nothing to undo' },
  'request-running': { status: 409, exit: 1, title: 'The request is still being done' },
  'precondition-failed': { status: 412, exit: 1, title: 'It is no longer as it was' },
  'too-large': { status: 413, exit: 1, title: 'It is larger than is taken' },
  'unsupported-media-type': { status: 415, exit: 2, title: 'This kind of content is not taken here' },
  'key-reused': { status: 422, exit: 1, title: 'The key was used for another request' },
  'too-many-requests': { status: 429, exit: 1, title: 'Too many requests' },
  'weak-password': { status: 422, exit: 1, title: 'The password is not good enough' },
  'unknown-language': { status: 422, exit: 2, title: 'The language is not French or English' },
  'same-language': { status: 422, exit: 1, title: 'Both sides are in one language' },
  'wrong-language': { status: 422, exit: 1, title: 'The text is in another language than stated' },
  'undetected-language': { status: 422, exit: 1, title: 'The language cannot be told from the text' },
  'empty-text': { status: 422, exit: 1, title: 'There is no text' },
  'text-too-long': { status: 422, exit: 1, title: 'The text is longer than is taken' },
  'line-too-long': { status: 422, exit: 1, title: 'A line is longer than is taken' },
  'not-text': { status: 422, exit: 1, title: 'The file is not text' },
  'not-utf8': { status: 422, exit: 1, title: 'The text is not in UTF-8' },
  'unequal-texts': { status: 422, exit: 1, title: 'One text is many times as long as the other' },
  'unrelated-texts': { status: 422, exit: 1, title: 'The texts do not look like translations of each other' },
  'impossible-step': { status: 422, exit: 1, title: 'This step cannot be taken' },
  'nothing-accepted': { status: 422, exit: 1, title: 'No bead was accepted' },
  'ill-formed-xml': { status: 422, exit: 1, title: 'The file is not well-formed XML' },
  'ill-formed-file': { status: 422, exit: 1, title: 'The file is not of the form that its kind asks for' },
  'unsupported-format': { status: 422, exit: 2, title: 'This file format is not read here' },
  'missing-side': { status: 422, exit: 2, title: 'One language side is missing' },
  'file-unreadable': { status: 500, exit: 1, title: 'The file cannot be read' },
  'read-only-memory': { status: 403, exit: 1, title: 'The memory is read-only' },
  usage: { status: 400, exit: 2, title: 'The command was used wrongly' },
  'port-taken': { status: 500, exit: 1, title: 'The port is taken' },
  'bad-configuration': { status: 500, exit: 2, title: 'A setting is wrong' },
  'newer-database': { status: 500, exit: 1, title: 'The database was made by a newer version of Calque' },
  'foreign-database': { status: 500, exit: 1, title: 'This is not a Calque database' },
  'unsupported-database': {
    status: 500,
    exit: 1,
    title: 'The database server is of no version that Calque works with',
  },
  'database-unreachable': { status: 503, exit: 1, title: 'The database server cannot be reached' },
  'database-refused': { status: 503, exit: 1, title: 'The database server refuses access' },
  'read-only-database': { status: 503, exit: 1, title: 'The database cannot be written to' },
  'database-busy': { status: 503, exit: 1, title: 'The database is in use' },
  stopping: { status: 503, exit: 1, title: 'The server is about to stop' },
  'took-too-long': { status: 503, exit: 1, title: 'It took too long' },
  'database-full': { status: 507, exit: 1, title: 'The disk is full' },
  'sign-in-unavailable': { status: 502, exit: 1, title: 'The sign-in service did not answer' },
  'machine-unavailable': { status: 502, exit: 1, title: 'The machine translation service did not answer' },
  'job-crashed': { status: 500, exit: 1, title: 'The work broke off' },
  internal: { status: 500, exit: 1, title: 'Something went wrong inside Calque' },
} as const satisfies Record<string, { status: number; exit: 1 | 2; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** What an error can say beside its sentence: the field or argument, the place in a text, the present state. */
export interface ErrorDetails {
  /** The field, argument or file that is wrong, as the caller named it. */
  readonly where?: string;
  /** 1-based line of a text or file. */
  readonly line?: number;
  /** 1-based column, in UTF-16 units. */
  readonly column?: number;
  /** The state the caller did not know of, with `version-conflict`. */
  readonly current?: unknown;
  /** Several faults found at once, each with its place. */
  readonly issues?: readonly { readonly where: string; readonly message: string }[];
}

/** An error that is meant for whoever called: its message says what is wrong and where, in a whole sentence. */
export class CalqueError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CalqueError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  get exit(): 1 | 2 {
    return ERRORS[this.code].exit;
  }
}
