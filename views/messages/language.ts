/** The languages that the interface speaks; texts are translated between the same two, but that is another matter. */
export type InterfaceLanguage = 'en' | 'fr';

const INTERFACE_LANGUAGES: readonly InterfaceLanguage[] = ['en', 'fr'];

/** The cookie that keeps a choice. */
export const LANGUAGE_COOKIE = 'calque-language';

/** A choice as it is kept or sent; `undefined` for anything else. */
export function readInterfaceLanguage(text: string | null | undefined): InterfaceLanguage | undefined {
  return INTERFACE_LANGUAGES.find((language) => language === text);
}

/**
 * The language for a person who has not chosen one.
 * @param accepted the `Accept-Language` of the request: `fr-FR,fr;q=0.9,en;q=0.8`
 * @returns the one liked best of those the interface speaks; English where none is named
 */
export function languageAccepted(accepted: string | undefined): InterfaceLanguage {
  const liked = (accepted ?? '').split(',').map((range, place) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = parameters
      .find((parameter) => parameter.trim().startsWith('q='))
      ?.trim()
      .slice(2);
    return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality), place };
  });
  const ranked = liked.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality || a.place - b.place);
  const languages = ranked.map(({ tag }) => readInterfaceLanguage(tag.split('-', 1)[0]));
  return languages.find((language) => language !== undefined) ?? 'en';
}
