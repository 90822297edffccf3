import { canonicalContent, type InlineContent, isCode } from '../model/inline.ts';
import type { Language } from '../model/language.ts';
import type { Replacement } from '../model/match.ts';
import { normalizeText } from '../text/normalize.ts';
import { findValues, type TextValue } from '../text/numbers.ts';
import { bagOf, type Profile } from './profile.ts';
import { writeValue } from './value-format.ts';

/** A stored target made to fit a text that differs from its source in values alone. */
export interface Adaptation {
  readonly target: InlineContent;
  /** In the order of the target; never empty. */
  readonly replaced: readonly Replacement[];
  readonly grossRate: number;
}

/** The rate when all but the values is the same to the letter, and when only typography or case differs. */
const TO_THE_LETTER = 99;
const BUT_FOR_TYPOGRAPHY = 98;

/**
 * Replaces numbers, dates and times in a stored target where the text looked up differs from the stored source in
 * those alone. Nothing is done when it could be done in two ways: a value that stands in the target more or less often
 * than in the source, one that becomes two, digits that the two languages read differently, an ordinal, a number that
 * turns a singular into a plural.
 */
export function adaptTarget(
  query: Profile,
  stored: Profile,
  target: InlineContent,
  targetLanguage: Language,
): Adaptation | undefined {
  const changes = valueChanges(query, stored);
  if (changes === undefined) return undefined;
  const inSource = bagOf(frameOfProfile(stored).values.map(keyOf));
  const inTarget = bagOf(frameOf(target, targetLanguage).values.map(keyOf));
  for (const key of changes.keys()) if (inSource.get(key) !== inTarget.get(key)) return undefined;
  const written = write(target, targetLanguage, changes);
  const exact = frameOfProfile(query).frame === frameOfProfile(stored).frame;
  return written && { ...written, grossRate: exact ? TO_THE_LETTER : BUT_FOR_TYPOGRAPHY };
}

/**
 * What each value of a stored source becomes that is another in the text looked up; `undefined` where they differ in more than
 * values, or not in values, so that no target can be adapted.
 */
export function valueChanges(query: Profile, stored: Profile): ReadonlyMap<string, TextValue> | undefined {
  const asked = frameOfProfile(query);
  if (asked.values.length === 0) return undefined;
  const held = frameOfProfile(stored);
  if (asked.values.length !== held.values.length) return undefined;
  if (asked.frame !== held.frame && normalizeText(asked.frame) !== normalizeText(held.frame)) return undefined;
  const changes = changesBetween(held.values, asked.values);
  return changes === undefined || changes.size === 0 ? undefined : changes;
}

/** A content with its values taken out, and those values in order. */
interface Frame {
  readonly frame: string;
  readonly values: readonly TextValue[];
}

/** Worked out once for each: a text that is looked up is held against many. */
const frames = new WeakMap<Profile, Frame>();

function frameOfProfile(profile: Profile): Frame {
  const known = frames.get(profile) ?? frameOf(profile.content, profile.language);
  frames.set(profile, known);
  return known;
}

function frameOf(content: InlineContent, language: Language): Frame {
  const values: TextValue[] = [];
  let frame = '';
  for (const part of content) {
    if (isCode(part)) {
      frame += `\ue000${part.form} ${part.id}\ue001`;
      continue;
    }
    let end = 0;
    for (const value of findValues(part, language)) {
      frame += `${part.slice(end, value.start)}\ue000${kindOf(value)}\ue001`;
      values.push(value);
      end = value.end;
    }
    frame += part.slice(end);
  }
  return { frame, values };
}

/** Dates stand for each other only when the same of their parts are printed. */
function kindOf(value: TextValue): string {
  if (value.kind !== 'date') return value.kind;
  const { day, year, weekday } = value.date;
  return `date${day === undefined ? '' : ' d'}${year === undefined ? '' : ' y'}${weekday === undefined ? '' : ' w'}`;
}

function keyOf(value: TextValue): string {
  return `${value.kind} ${value.value}`;
}

/** What becomes of each stored value that does not stay; `undefined` when one would become two things. */
function changesBetween(
  held: readonly TextValue[],
  asked: readonly TextValue[],
): ReadonlyMap<string, TextValue> | undefined {
  const becomes = new Map<string, TextValue>();
  for (const [index, from] of held.entries()) {
    const to = asked[index];
    if (to === undefined) return undefined;
    const earlier = becomes.get(keyOf(from));
    if (earlier !== undefined && keyOf(earlier) !== keyOf(to)) return undefined;
    if (keyOf(from) !== keyOf(to) && (isAmbiguous(from) || isAmbiguous(to))) return undefined;
    becomes.set(keyOf(from), to);
  }
  return new Map([...becomes].filter(([key, to]) => key !== keyOf(to)));
}

function isAmbiguous(value: TextValue): boolean {
  return value.kind === 'number' && value.ambiguous;
}

function write(
  target: InlineContent,
  language: Language,
  changes: ReadonlyMap<string, TextValue>,
): Pick<Adaptation, 'target' | 'replaced'> | undefined {
  const replaced: Replacement[] = [];
  const parts: InlineContent[number][] = [];
  for (const part of target) {
    if (isCode(part)) {
      parts.push(part);
      continue;
    }
    let text = '';
    let end = 0;
    for (const value of findValues(part, language)) {
      const becomes = changes.get(keyOf(value));
      if (becomes === undefined) continue;
      const to = fits(value, becomes, part, language) ? writeValue(becomes, value, language) : undefined;
      if (to === undefined) return undefined;
      text += part.slice(end, value.start) + to;
      end = value.end;
      replaced.push({ kind: value.kind, from: value.text, to });
    }
    parts.push(text + part.slice(end));
  }
  return { target: canonicalContent(parts), replaced };
}

const ORDINAL_ENDING = /^(?:st|nd|rd|th|ers?|[eè]res?|r?es?|[eè]mes?|n?des?)(?!\p{L})/iu;
const INVARIABLE = /^\s?[%‰°€$£]/;

/** Whether a number can stand in the place of another and nothing else need change. */
function fits(held: TextValue, becomes: TextValue, text: string, language: Language): boolean {
  if (held.kind !== 'number') return true;
  const after = text.slice(held.end, held.end + 8);
  if (ORDINAL_ENDING.test(after)) return false;
  return isPlural(held.value, language) === isPlural(becomes.value, language) || INVARIABLE.test(after);
}

function isPlural(value: string, language: Language): boolean {
  return language === 'fr' ? Number(value) >= 2 : Number(value) !== 1;
}
