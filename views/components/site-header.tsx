import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS } from '../paths.ts';
import { Button } from './button.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useMay } from './may.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { Wordmark } from './wordmark.tsx';

export type Section =
  | 'projects'
  | 'memories'
  | 'termbases'
  | 'concordance'
  | 'import'
  | 'jobs'
  | 'settings'
  | 'api'
  | 'administration';

const SECTIONS: readonly { readonly section: Section; readonly href: string }[] = [
  { section: 'projects', href: PATHS.projects },
  { section: 'memories', href: PATHS.memories },
  { section: 'termbases', href: PATHS.termbases },
  { section: 'concordance', href: PATHS.concordance },
  { section: 'import', href: PATHS.importArticle },
  { section: 'jobs', href: PATHS.jobs },
  { section: 'settings', href: PATHS.settings },
  { section: 'api', href: PATHS.apiDocs },
];
const ADMINISTRATION = { section: 'administration', href: PATHS.administration } as const;

interface SiteHeaderProps {
  readonly section?: Section;
  /** Where this page is. */
  readonly path: string;
  /** Who is signed in. */
  readonly person?: PageContext['person'];
}

export function SiteHeader({ section, path, person }: SiteHeaderProps): VNode {
  const { site, accounts } = usePageMessages();
  // Who has not signed in, where that is needed, is led nowhere but there.
  const strange = !useMay()('reader') && person === undefined;
  const sections = person?.role === 'administrator' ? [...SECTIONS, ADMINISTRATION] : SECTIONS;
  return (
    <header class="site-header">
      <div class="site-header-inner">
        <Wordmark />
        {!strange && (
          <nav class="site-nav" aria-label={site.navigation}>
            <ul>
              {sections.map(({ section: name, href }) => (
                <li key={name}>
                  <a href={href} {...(name === section && { 'aria-current': 'true' })}>
                    {site.sections[name]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="site-tools">
          <LanguageSwitch path={path} />
          <ThemeSwitch />
          {person && (
            <>
              <a class="site-person" href={PATHS.account}>
                {person.name}
              </a>
              <form method="post" action={PATHS.signOut}>
                <Button type="submit" look="quiet" small>
                  {accounts.signOut}
                </Button>
              </form>
            </>
          )}
        </div>
      </div>
    </header>
  );
}
