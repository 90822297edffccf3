import type { VNode } from 'preact';
import { PATHS } from '../paths.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import { Wordmark } from './wordmark.tsx';

export type Section = 'projects' | 'memories' | 'import' | 'jobs';

const SECTIONS: readonly { readonly section: Section; readonly label: string; readonly href: string }[] = [
  { section: 'projects', label: 'Projects', href: PATHS.projects },
  { section: 'memories', label: 'Memories', href: PATHS.memories },
  { section: 'import', label: 'Import', href: PATHS.importArticle },
  { section: 'jobs', label: 'Jobs', href: PATHS.jobs },
];

export function SiteHeader({ section }: { readonly section?: Section }): VNode {
  return (
    <header class="site-header">
      <div class="site-header-inner">
        <Wordmark />
        <nav class="site-nav" aria-label="Main">
          <ul>
            {SECTIONS.map(({ section: name, label, href }) => (
              <li key={name}>
                <a href={href} {...(name === section && { 'aria-current': 'true' })}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="site-tools">
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}
