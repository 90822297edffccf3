import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { PRESETS } from '../editor/keys/presets.ts';
import type { SettingsMessages } from '../messages/settings.ts';
import { keepPreferences, keptPreferences } from '../preferences/kept.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { KeyTable } from './key-table.tsx';

interface PersonalProps {
  readonly messages: SettingsMessages;
  readonly mac: boolean;
}

const RATES = [101, 100, 95, 85, 75] as const;

/** What a person decides for this browser; each choice is kept as it is made. */
export function Personal({ messages, mac }: PersonalProps): VNode {
  const { settings: said, format } = messages;
  const [preferences, setPreferences] = useState(keptPreferences);
  const change = (given: Partial<Preferences>) => {
    const changed = { ...preferences, ...given };
    keepPreferences(changed);
    setPreferences(changed);
  };
  const setInsert = (text: string) => {
    const { insertFrom: _, ...rest } = preferences;
    const changed = text === '' ? rest : { ...rest, insertFrom: Number(text) };
    keepPreferences(changed);
    setPreferences(changed);
  };
  return (
    <div class="form">
      <label class="choice">
        <input
          type="checkbox"
          checked={preferences.propagate}
          onChange={({ currentTarget }) => change({ propagate: currentTarget.checked })}
        />
        <span>{said.propagate}</span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={preferences.complete}
          onChange={({ currentTarget }) => change({ complete: currentTarget.checked })}
        />
        <span>{said.complete}</span>
      </label>
      <div class="field">
        <label for="insert-from">{said.insert}</label>
        <select
          class="input"
          id="insert-from"
          value={preferences.insertFrom ?? ''}
          onChange={({ currentTarget }) => setInsert(currentTarget.value)}
        >
          <option value="">{said.insertNever}</option>
          {RATES.map((rate) => (
            <option key={rate} value={rate} selected={rate === preferences.insertFrom}>
              {said.insertFrom(format.percent(rate))}
            </option>
          ))}
        </select>
      </div>
      <h3>{said.keys}</h3>
      <div class="field">
        <label for="preset">{said.preset}</label>
        <select
          class="input"
          id="preset"
          value={preferences.preset}
          onChange={({ currentTarget }) =>
            change({ preset: PRESETS.find((preset) => preset === currentTarget.value) ?? 'calque' })
          }
        >
          {PRESETS.map((preset) => (
            <option key={preset} value={preset} selected={preset === preferences.preset}>
              {said.presets[preset]}
            </option>
          ))}
        </select>
      </div>
      <KeyTable preferences={preferences} messages={messages} mac={mac} onChange={(keys) => change({ keys })} />
    </div>
  );
}
