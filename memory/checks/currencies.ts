import type { Found, Subject } from './check.ts';
import { onWhole, saying } from './check.ts';

/** How the currencies of the news are written beside an amount, in either language. */
const CURRENCIES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'dollar', pattern: /\$|\bdollars?\b|\bUSD\b|\bbucks?\b/i },
  { name: 'euro', pattern: /€|\beuros?\b|\bEUR\b/i },
  { name: 'pound', pattern: /£|\bpounds?\b|\blivres?\b|\bGBP\b|\bsterling\b/i },
  { name: 'yen', pattern: /¥|\byens?\b|\bJPY\b/i },
  { name: 'rupee', pattern: /₹|\brupees?\b|\broupies?\b|\bINR\b/i },
  { name: 'rouble', pattern: /₽|\br(?:o)?ubles?\b|\broubles?\b|\bRUB\b/i },
  { name: 'franc', pattern: /\bfrancs?\b|\bCHF\b|\bCFA\b/i },
];

/** Amounts with the sign of a currency on one side that the other side names in no way, though it names another. */
export function differingCurrencies(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  if (source.values.length === 0) return [];
  const [had, has] = [source, target].map(({ text }) => CURRENCIES.filter(({ pattern }) => pattern.test(text)));
  const lost = (had ?? []).filter((currency) => !has?.includes(currency) && isAmount(source.text, currency.pattern));
  const added = (has ?? []).filter((currency) => !had?.includes(currency) && isAmount(target.text, currency.pattern));
  const [first] = added;
  if (lost.length === 0 || first === undefined) return [];
  const found = first.pattern.exec(target.text);
  const names = lost.map(({ name }) => name);
  return found === null
    ? [onWhole(subject, 'currency-differs', names, first.name)]
    : [{ ...saying('currency-differs', names, first.name), start: found.index, end: found.index + found[0].length }];
}

/** Whether the currency stands right beside a figure or a scale word. */
function isAmount(text: string, { source }: RegExp): boolean {
  return new RegExp(
    `(?:${source})\\s*\\d|(?:\\d|[bm]n|llions?|lliards?|thousand|mille)[\\s-]*(?:d[e’'] ?)?(?:${source})`,
    'i',
  ).test(text);
}
