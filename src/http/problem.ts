import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { ErrorCode, ErrorDetails } from '../../memory/model/errors.ts';
import { CalqueError, ERRORS } from '../../memory/model/errors.ts';
import type { Problem } from '../contract/client.ts';
import { requestIdOf } from './request-id.ts';

/** An error as the API answers it, RFC 9457. An error that was not meant for the caller keeps its words to itself. */
function problemOf(error: unknown): Problem {
  const meant = asCalqueError(error);
  const { status, title } = ERRORS[meant.code];
  return {
    type: `about:blank#${meant.code}`,
    title,
    status,
    detail: meant.message,
    code: meant.code,
    ...meant.details,
  };
}

/** What went wrong, in terms of the table of errors. */
export function asCalqueError(error: unknown): CalqueError {
  if (error instanceof CalqueError) return error;
  const given = error as { type?: unknown; status?: unknown; code?: unknown; field?: unknown } | undefined;
  const code = knownCode(given?.type, given?.status, given?.code);
  return code === undefined
    ? new CalqueError('internal', 'Something went wrong inside Calque; its log says what.', {}, { cause: error })
    : new CalqueError(code, SENTENCES[code], typeof given?.field === 'string' ? { where: given.field } : {}, {
        cause: error,
      });
}

const SENTENCES = {
  'not-json': 'The body is not well-formed JSON.',
  'not-utf8': 'The body is not in UTF-8.',
  'too-large': 'The body is larger than is taken here.',
  'bad-request': 'The request cannot be read.',
  'unsupported-media-type': 'The body is in an encoding that is not taken here.',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** Errors of the libraries that read requests: body-parser's by `type` or status, multer's by `code`. */
function knownCode(type: unknown, status: unknown, code: unknown): keyof typeof SENTENCES | undefined {
  if (type === 'entity.parse.failed') return 'not-json';
  if (type === 'charset.invalid') return 'not-utf8';
  if (type === 'entity.too.large' || (typeof code === 'string' && code.startsWith('LIMIT_'))) return 'too-large';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'unsupported-media-type';
  if (typeof status === 'number' && status >= 400 && status < 500) return 'bad-request';
  return undefined;
}

/** Logs what is Calque's own fault, and only that: not that somebody left before the answer was whole. */
export function logFault(logger: Logger, error: unknown, response: Response): void {
  const left = (error as { code?: unknown } | undefined)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
  const { status, code } = asCalqueError(error);
  // That it is about to stop is no fault of the server.
  if (!left && status >= 500 && code !== 'stopping') {
    logger.error({ err: error, requestId: requestIdOf(response) }, 'request failed');
  }
}

/** The code of the error that was answered, where one was. */
export function problemCodeOf(response: Response): string | undefined {
  return response.locals['problem'] as string | undefined;
}

/** Keeps what went wrong, for whoever tells of the request afterwards. */
export function noteProblem(response: Response, error: unknown): void {
  response.locals['problem'] = asCalqueError(error).code;
}

function sendProblem(response: Response, error: unknown): void {
  const problem = problemOf(error);
  noteProblem(response, error);
  if (problem.status === 401) response.set('www-authenticate', 'Bearer realm="Calque"');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Answers errors of the API as problems. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    logFault(logger, error, response);
    // An answer that has begun can only be broken off, so that nobody takes it for whole.
    if (response.headersSent) response.destroy();
    else sendProblem(response, error);
  };
}

/** The answer where no operation is. */
export const noOperation: RequestHandler = (request) => {
  const where = request.baseUrl + request.path;
  throw new CalqueError('not-found', `There is no operation at ${where}.`, { where } satisfies ErrorDetails);
};
