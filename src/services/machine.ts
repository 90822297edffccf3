import { createHash } from 'node:crypto';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentKey, contentText, type InlineContent } from '../../memory/model/inline.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { TermbaseId } from '../../memory/model/termbase.ts';
import type { Store } from '../../memory/store/store.ts';
import { FORMALITIES, type Formality, type MachineRequest, type MachineTranslator } from '../machine/machine.ts';
import type { Clock } from './clock.ts';
import { createGlossaries } from './glossaries.ts';
import { termsIn } from './term-lookup.ts';

/** What the house has decided about machine translation. */
export interface MachineRules {
  /** Characters that may be sent in a month; as many as are wanted when absent. */
  readonly monthlyLimit?: number;
  readonly formality: Formality;
  /** A segment whose best match is below this rate is translated without being asked for, 0–100; none is when absent. */
  readonly below?: number;
  /** The terms of the termbases are sent along, to be followed. */
  readonly terms: boolean;
}

/** How much was sent this month. */
export interface MachineStanding extends MachineRules {
  /** The service; absent where none is set up. */
  readonly engine?: string;
  /** `2026-01`. */
  readonly month: string;
  readonly spent: number;
}

/** What a machine made of a text, or why it did not. */
export interface MachineAnswer {
  readonly engine: string;
  readonly target?: InlineContent;
  readonly problem?: string;
  /** What is to be known of the translation: that the terms were not followed, and why. */
  readonly notice?: string;
  /** Characters that were paid for; 0 where the answer was known. */
  readonly characters: number;
}

/** Machine translation, within what the house has decided. */
export interface Machine {
  /** The service; absent where none is set up. */
  readonly engine?: string;
  standing(): Promise<MachineStanding>;
  change(rules: MachineRules): Promise<MachineStanding>;
  /**
   * Translates a text, once: an answer that is known costs nothing. Where there is none the sentence says why.
   * @returns `undefined` where no service is set up
   */
  translate(request: MachineWish): Promise<MachineAnswer | undefined>;
}

/** A text to be translated by the rules of the house. */
export interface MachineWish extends Omit<MachineRequest, 'formality' | 'glossary'> {
  /** The termbases whose terms are followed; all of them when absent. */
  readonly termbases?: readonly TermbaseId[] | undefined;
}

/** Terms that stand in a text, each with what it is to be translated by. */
type Followed = readonly (readonly [term: string, target: string])[];

const SETTING = 'machine';

export function createMachine(store: Store, translator: MachineTranslator | undefined, clock: Clock): Machine {
  const glossaries = translator?.glossaries && createGlossaries(store, translator.glossaries, clock);
  const now = () => new Date(clock()).toISOString();
  const thisMonth = () => now().slice(0, 7);

  async function rules(): Promise<MachineRules> {
    return readRules(await store.getSetting(SETTING));
  }

  async function standing(): Promise<MachineStanding> {
    const month = thisMonth();
    const spent = await store.charactersSpent(month);
    return { ...(await rules()), month, spent, ...(translator && { engine: translator.engine }) };
  }

  async function ask(
    service: MachineTranslator,
    request: MachineRequest,
    {
      followed,
      termbases,
      limit,
    }: { followed: Followed; termbases: MachineWish['termbases']; limit: number | undefined },
  ): Promise<Omit<MachineAnswer, 'engine'>> {
    const known = await store.machineAnswer(keyOf(service.engine, request, followed));
    if (known !== undefined) return { target: known, characters: 0 };
    const { glossary, notice } = await glossaryFor(followed, termbases);
    const wanted = glossary === undefined ? request : { ...request, glossary };
    const characters = service.cost(wanted);
    if (!(await store.spendCharacters(thisMonth(), characters, limit))) {
      const message = `The house’s limit of ${limit} characters for this month leaves no room for this text.`;
      throw new CalqueError('machine-unavailable', message, { where: 'machine' });
    }
    try {
      const target = await translateBy(service, wanted, termbases);
      await store.keepMachineAnswer(
        keyOf(service.engine, request, glossary === undefined ? [] : followed),
        target,
        now(),
      );
      return { target, characters, ...(notice !== undefined && { notice }) };
    } catch (error) {
      // A service that refused was not paid; one whose answer cannot be taken was.
      const isRefused = !(error instanceof CalqueError) || error.cause !== undefined;
      if (isRefused) await store.spendCharacters(thisMonth(), -characters);
      throw error;
    }
  }

  /** The glossary that has the terms; where it cannot be had, why: the text is translated without it. */
  async function glossaryFor(
    followed: Followed,
    termbases: MachineWish['termbases'],
  ): Promise<{ readonly glossary?: string; readonly notice?: string }> {
    if (followed.length === 0) return {};
    try {
      const glossary = await glossaries?.idFor(termbases);
      return glossary === undefined ? {} : { glossary };
    } catch (error) {
      if (error instanceof CalqueError) return { notice: error.message };
      throw error;
    }
  }

  /** Somebody may have deleted the glossary at the service: then it is made anew, once. */
  async function translateBy(
    service: MachineTranslator,
    request: MachineRequest,
    termbases: MachineWish['termbases'],
  ): Promise<InlineContent> {
    try {
      return await service.translate(request);
    } catch (error) {
      const isGone = error instanceof CalqueError && error.code === 'not-found' && request.glossary !== undefined;
      if (!isGone || request.glossary === undefined) throw error;
      await glossaries?.forget(request.glossary);
      const { glossary: _, ...plain } = request;
      const { glossary } = await glossaryFor([['', '']], termbases);
      return service.translate(glossary === undefined ? plain : { ...plain, glossary });
    }
  }

  /** The terms of the termbases in a text, where they are to be followed. */
  async function termsFollowed(request: MachineWish, isWanted: boolean): Promise<Followed> {
    if (!isWanted || glossaries === undefined) return [];
    const direction = {
      sourceLanguage: languageOf(request.sourceLanguage),
      targetLanguage: languageOf(request.targetLanguage),
    };
    const found = await termsIn(store, contentText(request.content), direction, request.termbases);
    return found.flatMap(({ term, targets: [best] }) =>
      best === undefined || best.status === 'forbidden' ? [] : [[term, best.text] as const],
    );
  }

  return {
    ...(translator && { engine: translator.engine }),
    standing,
    async change(wanted) {
      await store.setSetting(SETTING, wanted);
      // What cannot be deleted now stays remembered, and goes the next time.
      if (!wanted.terms) await glossaries?.removeAll().catch(() => undefined);
      return standing();
    },
    async translate({ termbases, ...given }) {
      if (translator === undefined || contentText(given.content).trim() === '') return undefined;
      const { engine } = translator;
      const { formality, monthlyLimit: limit, terms } = await rules();
      const followed = await termsFollowed({ ...given, termbases }, terms);
      try {
        return { engine, ...(await ask(translator, { ...given, formality }, { followed, termbases, limit })) };
      } catch (error) {
        if (error instanceof CalqueError) return { engine, problem: error.message, characters: 0 };
        throw error;
      }
    },
  };
}

/** The same for the same text, languages and wishes, and the same terms in it. */
function keyOf(
  engine: string,
  { content, sourceLanguage, targetLanguage, context = '', formality }: MachineRequest,
  followed: Followed,
): string {
  const wish = [engine, contentKey(content), sourceLanguage, targetLanguage, context, formality];
  const said = JSON.stringify(followed.length === 0 ? wish : [...wish, followed]);
  return createHash('sha256').update(said).digest('base64url');
}

/** What was kept, as far as it is what this version keeps. */
function readRules(kept: unknown): MachineRules {
  const { monthlyLimit, formality, below, terms } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  return {
    formality: FORMALITIES.find((one) => one === formality) ?? 'default',
    terms: terms !== false,
    ...(typeof monthlyLimit === 'number' && { monthlyLimit }),
    ...(typeof below === 'number' && { below }),
  };
}
