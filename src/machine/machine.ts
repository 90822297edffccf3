import type { InlineContent } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import type { Glossary } from '../../memory/terms/glossary.ts';

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
  /** The glossary that it is to follow, as the service names it. */
  readonly glossary?: string;
}

/** A machine translation service. */
export interface MachineTranslator {
  /** Its name, as shown with everything it gives. */
  readonly engine: string;
  /**
   * Translates a text with its inline codes.
   * @throws CalqueError `machine-unavailable`, saying why: unreachable, refused, over its limit, or codes lost; `not-found` at
   *   `glossary` where the service has it no more
   */
  translate(request: MachineRequest): Promise<InlineContent>;
  /** How many characters a request costs. */
  cost(request: MachineRequest): number;
  /** Absent of a service that follows none. */
  readonly glossaries?: GlossaryKeeper;
}

/** Where a service keeps glossaries. Its calls throw CalqueError `machine-unavailable`, saying why. */
export interface GlossaryKeeper {
  /** @returns what the service names it by */
  make(name: string, glossary: Glossary): Promise<string>;
  /** One that is not there any more is no matter. */
  remove(id: string): Promise<void>;
}
