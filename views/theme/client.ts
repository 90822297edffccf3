/** Applies the chosen appearance before the page is first painted, and lets the header’s switch change it. */
import { readTheme, THEME_KEY, type Theme } from '../components/theme.ts';

const root = document.documentElement;
root.dataset['scripted'] = '';
let theme = kept();
apply();

document.addEventListener('DOMContentLoaded', showChoice);
if (document.readyState !== 'loading') showChoice();

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-theme-choice]') : null;
  if (button === null) return;
  choose(readTheme(button.dataset['themeChoice'] ?? null));
});

window.addEventListener('storage', (event) => {
  if (event.key !== THEME_KEY) return;
  theme = readTheme(event.newValue);
  apply();
  showChoice();
});

function choose(chosen: Theme): void {
  theme = chosen;
  apply();
  showChoice();
  try {
    localStorage.setItem(THEME_KEY, chosen);
  } catch {
    // Storage is closed to this page: the choice holds until it is left.
  }
}

function kept(): Theme {
  try {
    return readTheme(localStorage.getItem(THEME_KEY));
  } catch {
    return 'system';
  }
}

function apply(): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

function showChoice(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String(button.dataset['themeChoice'] === theme));
  }
}
