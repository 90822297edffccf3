import type { VNode } from 'preact';
import { type Binding, isDigits } from '../keys/bindings.ts';
import { chordLabels } from '../keys/chord.ts';
import { useSurroundings } from './context.ts';
import { Modal } from './modal.tsx';

/** All keys, read off the table they are bound by. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): VNode {
  const { bindings, messages } = useSurroundings();
  const { keys } = messages;
  const groups = [...new Set(bindings.map(({ group }) => group))];
  return (
    <Modal title={keys.title} onClose={onClose}>
      {groups.map((group) => (
        <section key={group} class="key-group">
          <h3>{keys.groups[group]}</h3>
          <dl class="key-list">
            {bindings
              .filter((binding) => binding.group === group)
              .map((binding) => (
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
  const { keys } = messages;
  const digits = isDigits(binding);
  const shown = digits ? binding.chords.filter((_, n, all) => n === 0 || n === all.length - 1) : binding.chords;
  return (
    <div class="key-row">
      <dt>{keys.commands[binding.command]}</dt>
      <dd>
        {shown.map((chord, place) => (
          <span key={chord}>
            {place > 0 && (digits ? keys.to : keys.or)}
            {chordLabels(chord, mac, keys.names).map((label) => (
              <kbd key={label}>{label}</kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
