import * as deepl from 'deepl-node';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentCodes, contentFromText, contentText } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { MachineTranslator } from './machine.ts';
import { contentFromMarkup, contentToMarkup } from './markup.ts';

export interface DeepLSettings {
  readonly key: string;
  /** Another address than DeepL's own. */
  readonly serverUrl?: string;
}

/** A translator waits for it, so it gives up sooner than the library would. */
const PATIENCE = { maxRetries: 2, minTimeout: 8_000 } as const;

/** DeepL, through its own library. Inline codes travel as XML and are checked when they come back. */
export function deepLTranslator({ key, serverUrl }: DeepLSettings): MachineTranslator {
  const client = new deepl.DeepLClient(key, {
    ...PATIENCE,
    sendPlatformInfo: false,
    ...(serverUrl !== undefined && { serverUrl }),
  });
  return {
    engine: 'DeepL',
    async translate({ content, sourceLanguage, targetLanguage, context }) {
      const coded = contentCodes(content).length > 0;
      const text = coded ? contentToMarkup(content) : contentText(content);
      const options = { ...(coded && { tagHandling: 'xml' as const }), ...(context !== undefined && { context }) };
      const translated = await client
        .translateText(text, languageOf(sourceLanguage), targetOf(targetLanguage), options)
        .catch((error: unknown) => {
          throw unavailable(error);
        });
      const target = coded ? contentFromMarkup(translated.text, content) : contentFromText(translated.text);
      if (target === undefined) throw new CalqueError('machine-unavailable', 'DeepL lost inline codes of the text.');
      return target;
    },
  };
}

/** DeepL wants a region with English as a target, and knows no regions of French. */
function targetOf(tag: LanguageTag): deepl.TargetLanguageCode {
  if (languageOf(tag) === 'fr') return 'fr';
  return tag === 'en-US' ? 'en-US' : 'en-GB';
}

function unavailable(error: unknown): CalqueError {
  return new CalqueError('machine-unavailable', reason(error), { where: 'machine' }, { cause: error });
}

function reason(error: unknown): string {
  if (error instanceof deepl.AuthorizationError) return 'DeepL does not accept the key in DEEPL_AUTH_KEY.';
  if (error instanceof deepl.QuotaExceededError) return 'The monthly limit of the DeepL account is used up.';
  if (error instanceof deepl.TooManyRequestsError) return 'DeepL is asked too often just now; try again in a moment.';
  if (error instanceof deepl.ConnectionError) return 'DeepL cannot be reached.';
  return 'DeepL did not give a translation.';
}
