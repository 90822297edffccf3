import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../messages/messages.ts';

interface ModalProps {
  readonly title: string;
  readonly small?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A dialog over the page, which begins in its first field. Escape closes it, and the focus goes back to where it was.
 *
 * A browser tells of the close in an event of its own, later: a key pressed in between would be lost, or what it opened closed again. So
 * closing is said at once, and once.
 */
export function Modal({ title, small = false, onClose, children }: ModalProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const said = useRef(false);
  const { shared } = useMessages();
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)')?.focus();
    return () => {
      said.current = true;
      element?.close();
    };
  }, []);
  const close = () => {
    if (said.current) return;
    said.current = true;
    dialog.current?.close();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <dialog
      class={small ? 'dialog dialog-small' : 'dialog'}
      aria-labelledby={heading}
      ref={dialog}
      onKeyDown={onKeyDown}
      onClose={close}
    >
      <div class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="icon-button" aria-label={shared.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
