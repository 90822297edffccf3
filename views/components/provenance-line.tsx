import type { VNode } from 'preact';
import type { BlockKind } from '../../memory/model/document.ts';
import type { Language } from '../../memory/model/language.ts';
import type { Provenance } from '../../memory/model/provenance.ts';
import { useMessages } from '../messages/messages.ts';

interface ProvenanceLineProps {
  readonly provenance: Provenance;
  /** The language that was written first, where it is known better than the provenance says. */
  readonly original?: Language | undefined;
  /** Leaves the title out, where it stands above already. */
  readonly untitled?: boolean;
  /** What the block is there for in which the text stands there; that it is a paragraph goes without saying. */
  readonly block?: BlockKind | undefined;
}

/** Where a text comes from, in a line: publication, title, whether it is a heading or caption there, date, author, which side is the original, translator, the credit note as printed, link. */
export function ProvenanceLine({
  provenance,
  original = provenance.originalLanguage,
  untitled = false,
  block,
}: ProvenanceLineProps): VNode | null {
  const { format, shared } = useMessages();
  const said = shared.provenance;
  const { publication, title, publishedOn, author, translator, credit, url, rights } = provenance;
  const items = [
    publication !== undefined && <cite>{publication}</cite>,
    title !== undefined && !untitled && <span>{said.title(title)}</span>,
    block !== undefined && block !== 'paragraph' && <span>{said.blocks[block]}</span>,
    publishedOn !== undefined && <time dateTime={publishedOn}>{format.partialDate(publishedOn)}</time>,
    author !== undefined && <span>{said.author(author)}</span>,
    original !== undefined && <span>{said.original[original]}</span>,
    translator !== undefined && <span>{said.translator(translator)}</span>,
    credit !== undefined && <q>{credit}</q>,
    rights !== undefined && <span>{rights}</span>,
    url !== undefined && isWebAddress(url) && (
      <a href={url} target="_blank" rel="noreferrer">
        {said.article}
        <span class="for-readers">{said.articleAt(publication ?? url)}</span>
      </a>
    ),
  ].filter((item) => item !== false);
  if (items.length === 0) return null;
  return (
    <ul class="provenance" aria-label={said.label}>
      {items.map((item, place) => (
        <li key={String(place)}>{item}</li>
      ))}
    </ul>
  );
}

/** Addresses come from files: only http and https become links. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
