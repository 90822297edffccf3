import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { moveToNumber } from '../commands/moving.ts';
import { useSurroundings } from './context.ts';
import { Modal } from './modal.tsx';

/** Asks for the number of a segment, and goes there. */
export function GoToDialog({ count, onClose }: { readonly count: number; readonly onClose: () => void }): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.segments;
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();
  useLayoutEffect(() => input.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const number = new FormData(event.currentTarget as HTMLFormElement).get('number');
    if (moveToNumber(session, Number(number))) onClose();
    else setFault(said.goToFault(count));
  };
  return (
    <Modal title={said.goTo} small onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <div class="field">
          <label for="go-to-number">{said.goToNumber(count)}</label>
          <input
            class="input"
            id="go-to-number"
            name="number"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            ref={input}
            {...(fault !== undefined && { 'aria-invalid': true, 'aria-describedby': 'go-to-fault' })}
          />
          {fault !== undefined && (
            <p class="field-error" id="go-to-fault" role="alert">
              {fault}
            </p>
          )}
        </div>
        <div class="form-actions">
          <Button look="primary" type="submit">
            {said.go}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
