import type { InlineContent } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';

/** A text for a machine to translate. */
export interface MachineRequest {
  readonly content: InlineContent;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** Text around it that helps to understand it and is not itself translated. */
  readonly context?: string;
}

/** A machine translation service. */
export interface MachineTranslator {
  /** Its name, as shown with everything it gives. */
  readonly engine: string;
  /**
   * Translates a text with its inline codes.
   * @throws CalqueError `machine-unavailable`, saying why: unreachable, refused, over its limit, or codes lost
   */
  translate(request: MachineRequest): Promise<InlineContent>;
}
