/** The `xliff` package has no types of its own; this is what is used of it here. */
declare module 'xliff/xliff12ToJs' {
  interface XliffJs {
    /** The units of each file by name; texts with inline elements are nested structures of the package's own. */
    readonly resources: Readonly<
      Record<string, Readonly<Record<string, { readonly source: unknown; readonly target?: unknown }>>>
    >;
  }

  export default function xliff12ToJs(
    xliff: string,
    options: { readonly captureSpacesBetweenElements: boolean },
  ): Promise<XliffJs>;
}
