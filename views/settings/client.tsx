/** Brings the personal part of the settings to life. */
import { render } from 'preact';
import { isMac } from '../editor/keys/mac.ts';
import { loadSettingsMessages } from '../messages/settings.ts';
import { Personal } from './personal.tsx';

const root = document.getElementById('personal');
if (root !== null) {
  const messages = await loadSettingsMessages(document.documentElement.lang);
  root.replaceChildren();
  render(<Personal messages={messages} mac={isMac()} />, root);
}
