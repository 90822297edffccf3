import { createHash } from 'node:crypto';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentKey, contentText, type InlineContent } from '../../memory/model/inline.ts';
import type { Store } from '../../memory/store/store.ts';
import { FORMALITIES, type Formality, type MachineRequest, type MachineTranslator } from '../machine/machine.ts';
import type { Clock } from './clock.ts';

/** What the house has decided about machine translation. */
export interface MachineRules {
  /** Characters that may be sent in a month; as many as are wanted when absent. */
  readonly monthlyLimit?: number;
  readonly formality: Formality;
  /** A segment whose best match is below this rate is translated without being asked for, 0–100; none is when absent. */
  readonly below?: number;
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
  translate(request: Omit<MachineRequest, 'formality'>): Promise<MachineAnswer | undefined>;
}

const SETTING = 'machine';

export function createMachine(store: Store, translator: MachineTranslator | undefined, clock: Clock): Machine {
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

  async function ask(service: MachineTranslator, request: MachineRequest, limit: number | undefined) {
    const key = keyOf(service.engine, request);
    const known = await store.machineAnswer(key);
    if (known !== undefined) return { target: known, characters: 0 };
    const characters = service.cost(request);
    if (!(await store.spendCharacters(thisMonth(), characters, limit))) {
      const message = `The house’s limit of ${limit} characters for this month leaves no room for this text.`;
      throw new CalqueError('machine-unavailable', message, { where: 'machine' });
    }
    try {
      const target = await service.translate(request);
      await store.keepMachineAnswer(key, target, now());
      return { target, characters };
    } catch (error) {
      // A service that refused was not paid; one whose answer cannot be taken was.
      const isRefused = !(error instanceof CalqueError) || error.cause !== undefined;
      if (isRefused) await store.spendCharacters(thisMonth(), -characters);
      throw error;
    }
  }

  return {
    ...(translator && { engine: translator.engine }),
    standing,
    async change(wanted) {
      await store.setSetting(SETTING, wanted);
      return standing();
    },
    async translate(given) {
      if (translator === undefined || contentText(given.content).trim() === '') return undefined;
      const { engine } = translator;
      const { formality, monthlyLimit } = await rules();
      try {
        return { engine, ...(await ask(translator, { ...given, formality }, monthlyLimit)) };
      } catch (error) {
        if (error instanceof CalqueError) return { engine, problem: error.message, characters: 0 };
        throw error;
      }
    },
  };
}

/** The same for the same text, languages and wishes. */
function keyOf(
  engine: string,
  { content, sourceLanguage, targetLanguage, context = '', formality }: MachineRequest,
): string {
  const said = JSON.stringify([engine, contentKey(content), sourceLanguage, targetLanguage, context, formality]);
  return createHash('sha256').update(said).digest('base64url');
}

/** What was kept, as far as it is what this version keeps. */
function readRules(kept: unknown): MachineRules {
  const { monthlyLimit, formality, below } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  return {
    formality: FORMALITIES.find((one) => one === formality) ?? 'default',
    ...(typeof monthlyLimit === 'number' && { monthlyLimit }),
    ...(typeof below === 'number' && { below }),
  };
}
