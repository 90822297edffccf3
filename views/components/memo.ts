import { Component, type ComponentChildren, type ComponentType, createElement } from 'preact';

/** A part that is drawn anew only when one of its properties is another than before. */
export function memo<Props extends object>(Part: ComponentType<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !isSame(this.props, next);
    }

    override render(): ComponentChildren {
      return createElement(Part, this.props);
    }
  };
}

function isSame<Props extends object>(before: Props, now: Props): boolean {
  for (const name in now) if (before[name] !== now[name]) return false;
  for (const name in before) if (!(name in now)) return false;
  return true;
}
