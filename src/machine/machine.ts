import type { InlineContent } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';

/** How a translation addresses its reader, where the language and the engine know the difference. */
export const FORMALITIES = ['default', 'more', 'less'] as const;
export type Formality = (typeof FORMALITIES)[number];

/** A text for a machine to translate. */
export interface MachineRequest {
  readonly content: InlineContent;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** Text around it that helps to understand it and is not itself translated; it costs nothing. */
  readonly context?: string;
  readonly formality?: Formality;
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
  /** How many characters a request costs. */
  cost(request: MachineRequest): number;
}
