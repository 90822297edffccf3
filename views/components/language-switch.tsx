import type { VNode } from 'preact';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS } from '../paths.ts';

/** Changes the language of the interface, without scripts too, and comes back to the page it stands on. */
export function LanguageSwitch({ path }: { readonly path: string }): VNode {
  const { site } = usePageMessages();
  const { code, name } = site.otherLanguage;
  return (
    <form class="language-switch" method="post" action={PATHS.language}>
      <input type="hidden" name="back" value={path} />
      <button type="submit" name="language" value={code} lang={code}>
        {name}
      </button>
    </form>
  );
}
