import * as deepl from 'deepl-node';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentCodes, contentFromText, contentText, type InlineContent } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import { LANGUAGES, languageOf, otherLanguage } from '../../memory/model/language.ts';
import type { GlossaryKeeper, MachineRequest, MachineTranslator } from './machine.ts';
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
    glossaries: glossariesOf(client),
    async translate({ content, sourceLanguage, targetLanguage, context, formality, glossary }) {
      rest.check();
      const coded = contentCodes(content).length > 0;
      const options = {
        ...(coded && { tagHandling: 'xml' as const }),
        ...(context !== undefined && { context }),
        ...(glossary !== undefined && { glossary }),
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
        throw glossary !== undefined && isWithoutGlossary(error) ? glossaryGone(error) : refusal(error);
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

/** Of a translation, the library tells a glossary that is not there by its words alone. */
function isWithoutGlossary(error: unknown): boolean {
  return error instanceof deepl.DeepLError && /^Not found|glossary/i.test(error.message);
}

function glossaryGone(cause: unknown): CalqueError {
  return new CalqueError('not-found', 'DeepL no longer has the glossary.', { where: 'glossary' }, { cause });
}

/** DeepL's glossaries of several languages: one holds both directions. */
function glossariesOf(client: deepl.DeepLClient): GlossaryKeeper {
  const failed = (error: unknown): CalqueError =>
    new CalqueError('machine-unavailable', glossaryReason(error), { where: 'glossary' }, { cause: error });
  return {
    async make(name, terms) {
      const dictionaries = LANGUAGES.filter((language) => terms[language].size > 0).map((language) => ({
        sourceLangCode: language,
        targetLangCode: otherLanguage(language),
        entries: new deepl.GlossaryEntries({ entries: Object.fromEntries(terms[language]) }),
      }));
      try {
        return (await client.createMultilingualGlossary(name, dictionaries)).glossaryId;
      } catch (error) {
        throw failed(error);
      }
    },
    async remove(id) {
      try {
        await client.deleteMultilingualGlossary(id);
      } catch (error) {
        if (!(error instanceof deepl.GlossaryNotFoundError)) throw failed(error);
      }
    },
  };
}

function glossaryReason(error: unknown): string {
  if (error instanceof deepl.QuotaExceededError) return 'The DeepL account has no room for a glossary of the terms.';
  if (error instanceof deepl.AuthorizationError) return 'The DeepL account may not keep a glossary of the terms.';
  if (error instanceof deepl.ConnectionError) return 'DeepL cannot be reached for a glossary of the terms.';
  return 'DeepL did not take a glossary of the terms.';
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
  if (lost > 0) throw nonsense(`DeepL’s translation lost inline codes of the text (${lost}); it is not offered.`);
  if (doubled > 0) {
    throw nonsense(`DeepL’s translation has inline codes of the text twice (${doubled}); it is not offered.`);
  }
  throw nonsense(`DeepL’s translation has inline codes that the text has not (${unknown}); it is not offered.`);
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
