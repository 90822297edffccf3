import type { ComponentChildren, VNode } from 'preact';

interface CardProps {
  readonly title: string;
  /** Where a click anywhere on the card leads. */
  readonly href?: string;
  readonly children?: ComponentChildren;
  /** Small facts at the bottom: a date, a count. */
  readonly foot?: ComponentChildren;
}

/** One thing among several; stands in a {@link CardList}. */
export function Card({ title, href, children, foot }: CardProps): VNode {
  return (
    <li class="card">
      <h2 class="card-title">
        {href === undefined ? (
          title
        ) : (
          <a class="card-link" href={href}>
            {title}
          </a>
        )}
      </h2>
      {children}
      {foot !== undefined && <p class="card-foot">{foot}</p>}
    </li>
  );
}

export function CardList({ children }: { readonly children: ComponentChildren }): VNode {
  return <ul class="cards">{children}</ul>;
}
