/** The `xliff` package has no types of its own; this is what is used of it here. */
declare module 'xliff/xliff12ToJs' {
  /** A text with inline elements is a list of strings and of nested structures of the package's own. */
  type PlainText = string | readonly (string | Readonly<Record<string, unknown>>)[];

  interface PlainUnit {
    readonly source: PlainText;
    readonly target?: PlainText;
    /** Those of the unit that have no place of their own: `approved`, `translate`. */
    readonly additionalAttributes?: Readonly<Record<string, string>>;
  }

  interface XliffJs {
    /** The units of each file by name, by their ids. */
    readonly resources: Readonly<Record<string, Readonly<Record<string, PlainUnit>>>>;
    readonly sourceLanguage: string;
    readonly targetLanguage?: string;
  }

  interface Options {
    readonly captureSpacesBetweenElements: boolean;
    /** What the file is called in place of the name it states. */
    readonly namespace?: string;
  }

  export default function xliff12ToJs(xliff: string, options: Options): Promise<XliffJs>;
}
