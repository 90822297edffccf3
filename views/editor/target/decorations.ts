import type { Extension } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, MatchDecorator, ViewPlugin, WidgetType } from '@codemirror/view';
import type { InlineCode } from '../../../memory/model/inline.ts';
import type { EditorMessages } from '../../messages/editor.ts';
import { type CodeTable, codeLabel, codeTitle } from './codes.ts';

/** An inline code as a small block that the cursor passes as one. */
class CodeWidget extends WidgetType {
  readonly code: InlineCode;
  readonly title: string;

  constructor(code: InlineCode, title: string) {
    super();
    this.code = code;
    this.title = title;
  }

  override eq(other: CodeWidget): boolean {
    return other.code === this.code;
  }

  override toDOM(): HTMLElement {
    const block = document.createElement('span');
    block.className = 'code';
    block.textContent = codeLabel(this.code);
    block.title = this.title;
    return block;
  }
}

/** Shows the table’s characters as codes, which are deleted and passed whole. */
export function inlineCodes(table: CodeTable, said: EditorMessages['segments']): Extension {
  const matcher = new MatchDecorator({
    regexp: /[\uE000-\uF8FF]/g,
    decoration: ([character]) => {
      const code = table.codeOf.get(character);
      return code === undefined ? null : Decoration.replace({ widget: new CodeWidget(code, codeTitle(code, said)) });
    },
  });
  const plugin = decorated(matcher);
  return [plugin, EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none)];
}

/** Makes the spaces that look like any other visible: no-break, narrow no-break, thin. */
export function invisibleSpaces({ spaces }: EditorMessages['segments']): Extension {
  return decorated(
    new MatchDecorator({
      regexp: /[\u00A0\u202F\u2009]/g,
      decoration: ([space]) =>
        space === '\u00A0'
          ? Decoration.mark({ class: 'space space-no-break', attributes: { title: spaces.noBreak } })
          : Decoration.mark({
              class: 'space space-narrow',
              attributes: { title: space === '\u202F' ? spaces.narrow : spaces.thin },
            }),
    }),
  );
}

function decorated(matcher: MatchDecorator) {
  return ViewPlugin.define<{
    decorations: DecorationSet;
    update: (update: Parameters<MatchDecorator['updateDeco']>[0]) => void;
  }>(
    (view) => ({
      decorations: matcher.createDeco(view),
      update(update) {
        this.decorations = matcher.updateDeco(update, this.decorations);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  );
}
