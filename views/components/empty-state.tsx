import type { ComponentChildren, VNode } from 'preact';

interface EmptyStateProps {
  readonly title: string;
  /** What would stand here, and how it comes to. */
  readonly children: ComponentChildren;
  /** Links or buttons to start with. */
  readonly actions?: ComponentChildren;
}

/** A place where nothing is yet. */
export function EmptyState({ title, children, actions }: EmptyStateProps): VNode {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {actions !== undefined && <div class="page-actions">{actions}</div>}
    </div>
  );
}
