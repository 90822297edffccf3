import type { Warning } from '../model/match.ts';
import { namesIn } from '../text/names.ts';
import { negationsIn } from '../text/negation.ts';
import { findValues } from '../text/numbers.ts';
import type { Profile } from './profile.ts';

/** Something a text states, as it is compared and as it is printed. */
interface Statement {
  readonly value: string;
  readonly printed: string;
}

/** The differences of meaning that a rate hides, between the text looked up and a stored one of the same language. */
export function warningsFor(query: Profile, stored: Profile): readonly Warning[] {
  if (query.text === stored.text) return [];
  return [negationWarning(query, stored), ...valueWarnings(query, stored), nameWarning(query, stored)].flatMap(
    (warning) => (warning === undefined ? [] : [warning]),
  );
}

/** A negation added or dropped; one in place of another (pas, jamais) is in the difference for all to see. */
function negationWarning(query: Profile, stored: Profile): Warning | undefined {
  const asked = negationsIn(query.tokens, query.language).map(statement);
  const held = negationsIn(stored.tokens, stored.language).map(statement);
  return asked.length === held.length ? undefined : difference('negation', asked, held);
}

function valueWarnings(query: Profile, stored: Profile): readonly (Warning | undefined)[] {
  const asked = findValues(query.text, query.language);
  const held = findValues(stored.text, stored.language);
  return (['number', 'date'] as const).map((kind) => {
    const ofKind = (values: typeof asked) =>
      values
        .filter((value) => (value.kind === 'date' ? 'date' : 'number') === kind)
        .map((value) => ({ value: value.value, printed: value.text }));
    return difference(kind, ofKind(asked), ofKind(held));
  });
}

/** Names that the other text has nowhere, not even where a capital says nothing. */
function nameWarning(query: Profile, stored: Profile): Warning | undefined {
  const inQuery = namesMissing(query, stored);
  const inStored = namesMissing(stored, query);
  return inQuery.length + inStored.length === 0 ? undefined : { kind: 'name', inQuery, inStored };
}

function namesMissing(from: Profile, other: Profile): readonly string[] {
  const names = namesIn(from.tokens, from.language).filter((token) => !other.formBag.has(token.norm));
  return [...new Set(names.map((token) => token.text))];
}

function statement(printed: string): Statement {
  return { value: printed.toLowerCase(), printed };
}

/** What is in one list and not in the other, each as often as it is there more. */
function difference(
  kind: Warning['kind'],
  asked: readonly Statement[],
  held: readonly Statement[],
): Warning | undefined {
  const inQuery = without(asked, held);
  const inStored = without(held, asked);
  return inQuery.length + inStored.length === 0 ? undefined : { kind, inQuery, inStored };
}

function without(from: readonly Statement[], other: readonly Statement[]): readonly string[] {
  const left = new Map<string, number>();
  for (const { value } of other) left.set(value, (left.get(value) ?? 0) + 1);
  return from
    .filter(({ value }) => {
      const count = left.get(value) ?? 0;
      left.set(value, count - 1);
      return count <= 0;
    })
    .map((one) => one.printed);
}
