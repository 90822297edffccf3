import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { mentionOf } from '../../../memory/model/comment.ts';
import { type MentionBegun, mentionBegun, peopleCalled } from '../commands/mentioning.ts';
import { useSurroundings } from './context.ts';

interface MentionFieldProps {
  readonly id: string;
  readonly name: string;
  /** What says how it is filled in, by its `id`. */
  readonly describedBy: string;
  /** Who can be spoken to, by name. */
  readonly people: readonly string[];
}

interface Offered extends MentionBegun {
  readonly people: readonly string[];
  /** Which of them Enter takes, 0-based. */
  readonly chosen: number;
}

const LIST = 'mention-list';

/** A text in which `@` offers who can be spoken to: the arrows choose, Enter or Tab takes, Escape puts the list away. */
export function MentionField({ id, name, describedBy, people }: MentionFieldProps): VNode {
  const said = useSurroundings().messages.comments;
  const field = useRef<HTMLTextAreaElement>(null);
  const [offered, setOffered] = useState<Offered>();
  const look = ({ currentTarget: { value, selectionStart } }: { currentTarget: HTMLTextAreaElement }) => {
    const begun = mentionBegun(value.slice(0, selectionStart));
    const called = begun ? peopleCalled(begun.written, people) : [];
    setOffered(begun && called.length > 0 ? { ...begun, people: called, chosen: 0 } : undefined);
  };
  const take = (person: string | undefined) => {
    const element = field.current;
    if (element === null || offered === undefined || person === undefined) return;
    element.setRangeText(`@${mentionOf(person)} `, offered.from, element.selectionStart, 'end');
    element.focus();
    setOffered(undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (offered === undefined || event.isComposing) return;
    const { length } = offered.people;
    const by = { ArrowDown: 1, ArrowUp: length - 1 }[event.key];
    if (by !== undefined) setOffered({ ...offered, chosen: (offered.chosen + by) % length });
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered.people[offered.chosen]);
    else if (event.key === 'Escape') setOffered(undefined);
    else return;
    // Neither a new line, nor the next field, nor the end of the dialog.
    event.preventDefault();
  };
  return (
    <div class="target-field">
      <textarea
        class="textarea"
        id={id}
        name={name}
        rows={3}
        maxLength={4000}
        required
        aria-describedby={describedBy}
        aria-autocomplete="list"
        {...(offered && { 'aria-controls': LIST, 'aria-activedescendant': `${LIST}-${offered.chosen}` })}
        ref={field}
        onInput={look}
        onKeyDown={press}
        onBlur={() => setOffered(undefined)}
      />
      {offered && (
        <div class="completions" id={LIST} role="listbox" aria-label={said.people}>
          {offered.people.map((person, place) => (
            // Keys choose, in the field that keeps the focus.
            <div
              key={person}
              id={`${LIST}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === offered.chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              {person}
            </div>
          ))}
        </div>
      )}
      <p class="for-readers" role="status">
        {offered && said.offered(offered.people.length)}
      </p>
    </div>
  );
}
