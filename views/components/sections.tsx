import type { VNode } from 'preact';

interface SectionsProps {
  /** What they are the pages of. */
  readonly label: string;
  readonly links: readonly { readonly label: string; readonly href: string; readonly isHere: boolean }[];
}

/** The way between the pages about one thing. */
export function Sections({ label, links }: SectionsProps): VNode {
  return (
    <nav class="sections" aria-label={label}>
      <ul>
        {links.map(({ label: name, href, isHere }) => (
          <li key={href}>
            <a href={href} {...(isHere && { 'aria-current': 'page' as const })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
