import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import type { CommandName } from '../editor/keys/bindings.ts';
import { chordLabels, chordOf } from '../editor/keys/chord.ts';
import { bindingsOf, holderOf, isBindable } from '../editor/keys/keymap.ts';
import type { Remapping } from '../editor/keys/presets.ts';
import type { SettingsMessages } from '../messages/settings.ts';
import type { Preferences } from '../preferences/preferences.ts';

interface KeyTableProps {
  readonly preferences: Preferences;
  readonly messages: SettingsMessages;
  readonly mac: boolean;
  readonly onChange: (keys: Remapping) => void;
}

/** Every command with its keys, to be given others. Keys that another command has are not taken. */
export function KeyTable({ preferences, messages, mac, onChange }: KeyTableProps): VNode {
  const { settings: said, keys: named } = messages;
  const [asking, setAsking] = useState<CommandName>();
  const [news, setNews] = useState('');
  const bindings = bindingsOf(preferences.preset, preferences.keys);
  const listen = (command: CommandName) => (event: KeyboardEvent) => {
    if (asking !== command) return;
    if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
    if (event.key === 'Tab') return setAsking(undefined);
    event.preventDefault();
    if (event.key === 'Escape') return setAsking(undefined);
    const chord = chordOf(event, mac);
    const holder = holderOf(chord, bindings);
    if (!isBindable(chord)) return setNews(said.unbindable);
    if (holder !== undefined && holder !== command) return setNews(said.taken(named.commands[holder]));
    onChange({ ...preferences.keys, [command]: [chord] });
    setAsking(undefined);
    setNews(said.changed(named.commands[command], chordLabels(chord, mac, named.names).join('+')));
  };
  return (
    <>
      <p role="status" class="key-news">
        {asking === undefined ? news : news || said.pressNow}
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{said.action}</th>
            <th scope="col">{said.keys}</th>
          </tr>
        </thead>
        <tbody>
          {bindings.map(({ command, chords }) => (
            <tr key={command}>
              <th scope="row">{named.commands[command]}</th>
              <td data-label={said.keys}>
                <span class="key-set">
                  {chords.slice(0, 2).map((chord) => (
                    <kbd key={chord}>{chordLabels(chord, mac, named.names).join('+')}</kbd>
                  ))}
                  {chords.length < 9 && (
                    <Button
                      small
                      aria-label={`${said.press} – ${named.commands[command]}`}
                      aria-pressed={asking === command}
                      onClick={() => {
                        setNews('');
                        setAsking(command);
                      }}
                      onKeyDown={listen(command)}
                      onBlur={() => setAsking(undefined)}
                    >
                      {said.press}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="form-actions">
        <Button onClick={() => onChange({})}>{said.usualKeys}</Button>
      </div>
    </>
  );
}
