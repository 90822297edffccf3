import type { Language } from '../model/language.ts';

/** A time of day found in a text. */
export interface TimeForm {
  readonly start: number;
  readonly end: number;
  /** 0–23. */
  readonly hour: number;
  readonly minute: number;
}

const FRENCH_HOURS = /(?<![\d.,:])(?<hour>\d{1,2}) ?h(?:eures?)?(?: ?(?<minute>[0-5]\d))?(?![\p{L}\d])/giu;
const COLON = /(?<![\d.,:])(?<hour>\d{1,2}):(?<minute>[0-5]\d)(?![\d:]| ?[ap]\.?m)/gi;
const TWELVE_HOURS = /(?<![\d.,:])(?<hour>\d{1,2})(?:[.:](?<minute>[0-5]\d))? ?(?<half>[ap])(?:\.m\.|m(?!\p{L}))/giu;

const PATTERNS: Readonly<Record<Language, readonly RegExp[]>> = {
  fr: [FRENCH_HOURS, COLON],
  en: [TWELVE_HOURS, COLON],
};

/**
 * The times of day in a text, in order: `14 h 30`, `14h`, `14:30`, `2.30 pm`, `2 p.m.`. A French number of hours
 * (`24 heures`) reads as one too when it could be one.
 */
export function findTimes(text: string, language: Language): readonly TimeForm[] {
  const spaced = text.replace(/[\u00a0\u202f\u2009]/g, ' ');
  const times: TimeForm[] = [];
  for (const pattern of PATTERNS[language]) {
    for (const found of spaced.matchAll(pattern)) {
      const hour = hourOf(Number(found.groups?.['hour']), found.groups?.['half']);
      const minute = Number(found.groups?.['minute'] ?? 0);
      if (hour === undefined) continue;
      times.push({ start: found.index, end: found.index + found[0].length, hour, minute });
    }
  }
  return times.sort((a, b) => a.start - b.start);
}

/** 0–23, from an hour as printed and its half of the day where there is one. */
function hourOf(printed: number, half: string | undefined): number | undefined {
  if (half === undefined) return printed <= 23 ? printed : undefined;
  if (printed < 1 || printed > 12) return undefined;
  return (printed % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
