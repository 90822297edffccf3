import type { ComponentChildren, VNode } from 'preact';

interface PageHeadProps {
  readonly title: string;
  /** A sentence or two on what the page is for. */
  readonly lead?: ComponentChildren;
  /** Buttons and links that act on the whole page. */
  readonly actions?: ComponentChildren;
}

/** The head of a page: its one `h1`, what it is for, and what can be done. */
export function PageHead({ title, lead, actions }: PageHeadProps): VNode {
  return (
    <div class="page-head">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div class="page-actions">{actions}</div>}
    </div>
  );
}
