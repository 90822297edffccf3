import type { VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { THEMES, type Theme } from './theme.ts';

const LABELS: Readonly<Record<Theme, { readonly label: string; readonly icon: IconName }>> = {
  system: { label: 'Light or dark as the system', icon: 'contrast' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
};

/** Light, dark, or as the system; `theme/client.ts` brings it to life, and without scripts it is not shown. */
export function ThemeSwitch(): VNode {
  return (
    <fieldset class="theme-switch">
      <legend class="for-readers">Appearance</legend>
      {THEMES.map((theme) => (
        <button
          key={theme}
          type="button"
          data-theme-choice={theme}
          aria-pressed={theme === 'system'}
          aria-label={LABELS[theme].label}
          title={LABELS[theme].label}
        >
          <Icon name={LABELS[theme].icon} size={15} />
        </button>
      ))}
    </fieldset>
  );
}
