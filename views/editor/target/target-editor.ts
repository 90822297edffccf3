import { history, isolateHistory } from '@codemirror/commands';
import { EditorState, type Extension, StateEffect } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { contentText, type InlineCode, type InlineContent } from '../../../memory/model/inline.ts';
import type { LanguageTag } from '../../../memory/model/language.ts';
import type { TextEdit } from '../../../memory/text/edit.ts';
import type { TypographyStyle } from '../../../memory/text/typography/style.ts';
import type { EditorMessages } from '../../messages/editor.ts';
import { type Row, type Source, sameContent } from '../state/row.ts';
import { type CodeTable, codeTable, contentOfText, editorText, piecesOfRange } from './codes.ts';
import { inlineCodes, invisibleSpaces } from './decorations.ts';
import { MOTIONS } from './motions.ts';
import { plainPasting } from './pasting.ts';
import { setSource, sourceOf, sourceTracking } from './source-field.ts';
import { typographyAsTyped } from './typing.ts';

export interface TargetEditorOptions {
  readonly parent: HTMLElement;
  readonly row: Row;
  /** Its number as it is shown, which changes where segments above are split or joined. */
  readonly number: () => number;
  readonly language: LanguageTag;
  /** How the house sets the language. */
  readonly style: TypographyStyle;
  readonly said: EditorMessages['segments'];
  /** The nonce for the style elements that CodeMirror makes. */
  readonly nonce: string;
  /** The document’s earlier state of the same segment, for its undo history. */
  readonly earlier?: EditorState | undefined;
  /** What of the window’s edges is covered, so that the cursor is never there; in pixels. */
  readonly covered: () => { readonly top: number; readonly bottom: number };
  /** What words that are being written may be completed with; nothing where it is absent. */
  readonly completions?: () => readonly string[];
  readonly onEdit: (target: InlineContent, source: Source) => void;
  readonly onLeave: () => void;
}

/** The target of the active segment, as text that is being written. */
export interface TargetEditor {
  readonly view: EditorView;
  readonly segmentId: number;
  /** What stands in it. */
  content(): InlineContent;
  /** What is selected, in UTF-16 units of the text without codes. */
  selection(): { readonly from: number; readonly empty: boolean };
  /** What is selected, codes left out. */
  selectedText(): string;
  /** Puts a text in the place of what is selected, or at the cursor. */
  insert(text: string): void;
  /** Selects a range of the text without codes. */
  select(start: number, end: number): void;
  /** Makes edits to the text without codes, as one step that can be undone; the codes stay. */
  amend(edits: readonly TextEdit[]): void;
  /** Puts codes at the cursor: one in the place of nothing, two around what is selected, more one after the other. */
  insertCodes(codes: readonly InlineCode[]): void;
  /** Takes what is offered to complete the words before the cursor. @returns whether anything was */
  acceptCompletion(): boolean;
  /** Replaces the whole text, as one step that can be undone. */
  replace(content: InlineContent, source: Source): void;
  /** Takes over a text that came from elsewhere than this editor. */
  show(content: InlineContent, source: Source): void;
}

/** Opens an editor in `parent`; the caller destroys its view. */
export function openTargetEditor(options: TargetEditorOptions): TargetEditor {
  const { row, parent, earlier } = options;
  const table = codeTable(row.segment.source, row.target);
  const fits = earlier !== undefined && sameContent(contentOfText(earlier.doc.toString(), table), row.target);
  const state = fits
    ? earlier
    : EditorState.create({
        doc: editorText(row.target, table),
        selection: { anchor: editorText(row.target, table).length },
        extensions: extensions(options, table),
      });
  const view = new EditorView({ state, parent });
  const replace: TargetEditor['replace'] = (content, source) => {
    const insert = editorText(content, table);
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert },
      selection: { anchor: insert.length },
      effects: setSource.of(source),
      annotations: isolateHistory.of('full'),
      userEvent: 'input.replace',
      scrollIntoView: true,
    });
  };
  const content = () => contentOfText(view.state.doc.toString(), table);
  let accept: (view: EditorView) => boolean = () => false;
  const { completions } = options;
  if (completions !== undefined) {
    // Rarely there before the first word is written, and never waited for.
    const start = ({ acceptCompletion, completing, isCompleting }: typeof import('./completing.ts')) => {
      accept = acceptCompletion;
      if (isCompleting(view.state) || !view.dom.isConnected) return;
      view.dispatch({ effects: StateEffect.appendConfig.of(completing(completions, options.said.completions)) });
    };
    import('./completing.ts').then(start).catch(() => {});
  }
  return {
    view,
    segmentId: row.segment.id,
    content,
    selection: () => {
      const { from, empty } = view.state.selection.main;
      return { from: contentText(contentOfText(view.state.sliceDoc(0, from), table)).length, empty };
    },
    selectedText: () => {
      const { from, to } = view.state.selection.main;
      return contentText(contentOfText(view.state.sliceDoc(from, to), table));
    },
    insert: (text) => {
      view.dispatch({
        ...view.state.replaceSelection(editorText([text], table)),
        annotations: isolateHistory.of('full'),
        userEvent: 'input.paste',
        scrollIntoView: true,
      });
    },
    select: (start, end) => {
      const pieces = piecesOfRange(view.state.doc.toString(), table, start, end);
      const selection = { anchor: pieces[0]?.from ?? 0, head: pieces.at(-1)?.to ?? 0 };
      view.dispatch({ selection, scrollIntoView: true });
    },
    amend: (edits) => {
      const text = view.state.doc.toString();
      const changes = edits.flatMap(({ start, end, text: given }) =>
        piecesOfRange(text, table, start, end).map((piece, place) => ({ ...piece, insert: place === 0 ? given : '' })),
      );
      view.dispatch({
        changes,
        annotations: isolateHistory.of('full'),
        userEvent: 'input.check',
        scrollIntoView: true,
      });
    },
    insertCodes: (codes) => {
      const { from, to } = view.state.selection.main;
      const around = codes.length === 2 && from < to;
      const [first = '', ...rest] = codes.map((code) => editorText([code], table));
      view.dispatch({
        changes: around
          ? [
              { from, insert: first },
              { from: to, insert: rest.join('') },
            ]
          : { from: to, insert: [first, ...rest].join('') },
        selection: { anchor: to + codes.length },
        annotations: isolateHistory.of('full'),
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    },
    acceptCompletion: () => accept(view),
    replace,
    show: (given, source) => {
      if (!sameContent(given, content())) replace(given, source);
    },
  };
}

function extensions(
  { row, number, language, style, said, nonce, covered, onEdit, onLeave }: TargetEditorOptions,
  table: CodeTable,
): Extension {
  return [
    history(),
    keymap.of(MOTIONS),
    sourceTracking(row.source),
    plainPasting,
    inlineCodes(table, said),
    invisibleSpaces(said),
    typographyAsTyped(language, style),
    EditorState.readOnly.of(row.segment.locked),
    EditorView.lineWrapping,
    EditorView.scrollMargins.of(() => covered()),
    EditorView.cspNonce.of(nonce),
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of(() => ({
      lang: language,
      dir: 'auto',
      spellcheck: 'true',
      autocorrect: 'on',
      'aria-label': said.translationOf(number()),
    })),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      onEdit(contentOfText(update.state.doc.toString(), table), sourceOf(update.state));
    }),
    EditorView.domEventHandlers({ blur: onLeave }),
  ];
}
