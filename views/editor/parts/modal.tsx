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

/** A dialog over the page, which begins in its first field. Escape closes it, and the focus goes back to where it was. */
export function Modal({ title, small = false, onClose, children }: ModalProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const { shared } = useMessages();
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog class={small ? 'dialog dialog-small' : 'dialog'} aria-labelledby={heading} ref={dialog} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="icon-button" aria-label={shared.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
