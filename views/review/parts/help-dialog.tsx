import type { VNode } from 'preact';
import { chordLabels } from '../../editor/keys/chord.ts';
import { Modal } from '../../editor/parts/modal.tsx';
import { BINDINGS, type Binding } from '../keys/bindings.ts';
import { useSurroundings } from './context.ts';

/** All keys, read off the table they are bound by. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): VNode {
  const { messages } = useSurroundings();
  const groups = [...new Set(BINDINGS.map(({ group }) => group))];
  return (
    <Modal title={messages.keys.title} onClose={onClose}>
      <p class="field-hint">{messages.keys.note}</p>
      {groups.map((group) => (
        <section key={group} class="key-group">
          <h3>{messages.keys.groups[group]}</h3>
          <dl class="key-list">
            {BINDINGS.filter((binding) => binding.group === group).map((binding) => (
              <KeyRow key={binding.command} binding={binding} />
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}

function KeyRow({ binding }: { readonly binding: Binding }): VNode {
  const { mac, messages } = useSurroundings();
  return (
    <div class="key-row">
      <dt>{messages.commands[binding.command]}</dt>
      <dd>
        {binding.chords.map((chord, place) => (
          <span key={chord}>
            {place > 0 && ` ${messages.keys.or} `}
            {chordLabels(chord, mac, messages.keys.names).map((label) => (
              <kbd key={label}>{label}</kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
