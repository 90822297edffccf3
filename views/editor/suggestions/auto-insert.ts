import { contentText } from '../../../memory/model/inline.ts';
import type { Match } from '../../../memory/model/match.ts';
import type { SegmentId } from '../../../memory/model/project.ts';
import type { Session } from '../session.ts';
import { isOpen, type Row } from '../state/row.ts';
import { activeRow, type EditorState } from '../state/state.ts';
import { originOf } from '../state/suggestions.ts';

/**
 * Fills the empty target of the active segment with its best match, once a segment, where a person wants that. Nothing
 * is confirmed by it, undo empties the target again, and what warns of a number, a name or a negation is left to be looked at.
 */
export function startAutoInsert(session: Session): void {
  const done = new Set<SegmentId>();
  session.subscribe(() => {
    const state = session.state();
    const row = activeRow(state);
    const match = row && matchToInsert(row, state);
    if (row === undefined || match === undefined || done.has(row.segment.id)) return;
    // The editor of the target opens with the next drawing of the page; until then this is tried again.
    const { target } = session;
    if (target?.segmentId !== row.segment.id) return void setTimeout(() => session.announce(state.announcement.text));
    done.add(row.segment.id);
    target.replace(match.target, { origin: originOf(match), inserted: contentText(match.target) });
    session.announce(session.messages.news.insertedUnasked(match.rate));
  });
}

/** The match that goes into a target unasked, if any. */
export function matchToInsert(row: Row, { preferences, offers }: EditorState): Match | undefined {
  const { insertFrom } = preferences;
  if (insertFrom === undefined || row.status !== 'untranslated' || row.target.length > 0 || !isOpen(row))
    return undefined;
  const best = offers.get(row.segment.id)?.found?.matches[0];
  return best !== undefined && best.rate >= insertFrom && best.warnings.length === 0 ? best : undefined;
}
