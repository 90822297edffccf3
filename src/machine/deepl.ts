import * as deepl from 'deepl-node';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentCodes, contentFromText, contentText, type InlineContent } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { MachineRequest, MachineTranslator } from './machine.ts';
import { codeFaults, contentFromMarkup, contentToMarkup } from './markup.ts';
import { createRest } from './rest.ts';

export interface DeepLSettings {
  readonly key: string;
  /** Another address than DeepL's own. */
  readonly serverUrl?: string;
}

/** A translator waits for it, so it gives up sooner than the library would. */
const PATIENCE = { maxRetries: 2, minTimeout: 8_000 } as const;
/** How long DeepL is left alone once its account is used up, in milliseconds: it fills up by the month. */
const QUOTA_REST = 3600_000;
/** The first rest after it was asked too often or could not be reached; each further one is twice as long. */
const FIRST_REST = 5_000;

const FORMALITY = { default: 'default', more: 'prefer_more', less: 'prefer_less' } as const;

/**
 * DeepL, through its own library, which tries again by itself what may pass. Inline codes travel as XML and are checked
 * when they come back. Where DeepL cannot be had it is left alone for a while, so that nobody waits for each segment anew.
 */
export function deepLTranslator({ key, serverUrl }: DeepLSettings, clock = Date.now): MachineTranslator {
  const client = new deepl.DeepLClient(key, {
    ...PATIENCE,
    sendPlatformInfo: false,
    ...(serverUrl !== undefined && { serverUrl }),
  });
  const rest = createRest(clock, FIRST_REST);
  return {
    engine: 'DeepL',
    cost: ({ content }) => Array.from(textOf(content)).length,
    async translate({ content, sourceLanguage, targetLanguage, context, formality }) {
      rest.check();
      const coded = contentCodes(content).length > 0;
      const options = {
        ...(coded && { tagHandling: 'xml' as const }),
        ...(context !== undefined && { context }),
        ...(formality !== undefined && { formality: FORMALITY[formality] }),
      };
      try {
        const given = await client.translateText(
          textOf(content),
          languageOf(sourceLanguage),
          targetOf(targetLanguage),
          options,
        );
        rest.end();
        return readAnswer(given, content);
      } catch (error) {
        throw refusal(error);
      }
    },
  };

  function refusal(error: unknown): CalqueError {
    if (error instanceof CalqueError) return error;
    const refused = new CalqueError('machine-unavailable', reason(error), { where: 'machine' }, { cause: error });
    if (error instanceof deepl.QuotaExceededError) rest.begin(refused, QUOTA_REST);
    else if (error instanceof deepl.TooManyRequestsError || error instanceof deepl.ConnectionError) rest.begin(refused);
    return refused;
  }
}

/** What is sent, and paid for. */
function textOf(content: MachineRequest['content']): string {
  return contentCodes(content).length > 0 ? contentToMarkup(content) : contentText(content);
}

/** @throws CalqueError `machine-unavailable` for what is no translation of the content with its codes */
function readAnswer(given: unknown, content: InlineContent): InlineContent {
  const text = (given as { readonly text?: unknown } | undefined)?.text;
  if (typeof text !== 'string' || text.trim() === '') throw nonsense('DeepL answered without a translation.');
  if (contentCodes(content).length === 0) return contentFromText(text);
  const target = contentFromMarkup(text, content);
  if (target !== undefined) return target;
  const { lost, doubled, unknown } = codeFaults(text, content);
  if (lost > 0) throw nonsense(`DeepL’s translation lost ${counted(lost)} of the text; it is not offered.`);
  if (doubled > 0) throw nonsense(`DeepL’s translation has ${counted(doubled)} of the text twice; it is not offered.`);
  throw nonsense(`DeepL’s translation has ${counted(unknown)} that the text has not; it is not offered.`);
}

function counted(codes: number): string {
  return codes === 1 ? 'an inline code' : `${codes} inline codes`;
}

function nonsense(message: string): CalqueError {
  return new CalqueError('machine-unavailable', message, { where: 'machine' });
}

/** DeepL wants a region with English as a target, and knows no regions of French. */
function targetOf(tag: LanguageTag): deepl.TargetLanguageCode {
  if (languageOf(tag) === 'fr') return 'fr';
  return tag === 'en-US' ? 'en-US' : 'en-GB';
}

function reason(error: unknown): string {
  if (error instanceof deepl.AuthorizationError) return 'DeepL does not accept the key in DEEPL_AUTH_KEY.';
  if (error instanceof deepl.QuotaExceededError) return 'The monthly limit of the DeepL account is used up.';
  if (error instanceof deepl.TooManyRequestsError) return 'DeepL is asked too often just now; try again in a moment.';
  if (error instanceof deepl.ConnectionError) return 'DeepL cannot be reached.';
  return 'DeepL did not give a translation.';
}
