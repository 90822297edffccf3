import type { VNode } from 'preact';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { Icon, type IconName } from './icon.tsx';
import { THEMES, type Theme } from './theme.ts';

const ICONS: Readonly<Record<Theme, IconName>> = { system: 'contrast', light: 'sun', dark: 'moon' };

/** Light, dark, or as the system; `theme/client.ts` brings it to life, and without scripts it is not shown. */
export function ThemeSwitch(): VNode {
  const { theme: said } = usePageMessages().site;
  return (
    <fieldset class="theme-switch">
      <legend class="for-readers">{said.legend}</legend>
      {THEMES.map((theme) => (
        <button
          key={theme}
          type="button"
          data-theme-choice={theme}
          aria-pressed={theme === 'system'}
          aria-label={said[theme]}
          title={said[theme]}
        >
          <Icon name={ICONS[theme]} size={15} />
        </button>
      ))}
    </fieldset>
  );
}
