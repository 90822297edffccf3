import { ERRORS, type ErrorCode } from '../../../memory/model/errors.ts';

/** What each error is called; what exactly was wrong, the server says with it. */
export const errors = Object.fromEntries(Object.entries(ERRORS).map(([code, { title }]) => [code, title])) as Readonly<
  Record<ErrorCode, string>
>;

/** How an error is told to a person: the server's own sentence says all there is to say, and in one case more, for programs. */
export const tellError = (code: ErrorCode | undefined, detail: string): string =>
  code === 'not-signed-in' ? 'Sign in first.' : detail;
