import type { TextSegment } from './segmentation/segmentation.ts';

/** Furniture is short: what is longer is text, whatever it begins with. In UTF-16 units. */
const LONGEST = 300;

/** What pages have to press, and headings over what does not belong to the article. */
const LABELS = [
  "accueil|home|menu|search|rechercher?|recherche|sign (?:in|up)|log ?in|se connecter|connexion|s[’']inscrire|(?:my|mon) (?:account|compte)",
  "(?:share|partage[rz]?|tweete[rz]?|tweet|envoyer|e-?mail|facebook|twitter|x|whatsapp|linkedin|telegram|messenger|pinterest|reddit|bluesky|threads)(?: (?:this|cet|l[’']|the) ?(?:article|page|story|link|lien))?",
  '(?:share|partage[rz]?|tweete[rz]?|tweet|envoyer|follow us|suivez-nous|retrouvez-nous) (?:on|sur|by|par|via|with|avec) (?:e-?mail|facebook|twitter|x|whatsapp|linkedin|telegram|instagram|youtube|messenger|google news|(?:the )?social media|les réseaux sociaux)',
  "copy (?:the )?link|copier le lien|link copied|lien copié|print|imprimer|save|enregistrer|bookmark|ajouter aux favoris|follow us|suivez-nous|listen(?: to (?:this|the) article)?|écouter(?: (?:cet|l[’'])article)?",
  'comments?|commentaires?|(?:\\d+|view|see|show|voir les|lire les|no|aucun) comm?ent(?:s|aires?)?|leave a comment|laisse[rz] un commentaire|réagir',
  "subscribe(?: now)?|s[’']abonner|abonnez-vous|newsletters?|infolettres?|(?:support|donate|faire un don|soutenez-nous)",
  'ad|ads|advertisement|advertising|publicité|annonce|sponsored(?: content)?|contenu sponsorisé',
  'scroll to (?:top|continue)|(?:back|retour|haut) (?:to top|en haut)|haut de page|skip ad|close|fermer',
  '(?:accept|reject|allow) all(?: cookies)?|tout (?:accepter|refuser)|continuer sans accepter|cookies?(?: (?:policy|settings|preferences))?|politique (?:de|relative aux) cookies',
  'most (?:read|popular|viewed)|trending(?: now)?|les? plus lus?|tendances|you may also like|vous aimerez aussi|recommended(?: for you| stories)?|recommandé(?: pour vous)?',
].join('|');

/** Links that lead past something: "Skip to main content". */
const SKIP =
  '(?:aller|passer|accéder|skip|jump|go)(?: directement| straight)? (?:au|aux|à la|to(?: the)?) (?:main |page )?(?:contenu|menu|navigation|recherche|content|search|footer|pied de page)(?: principale?)?';

/** How long it takes to read. */
const READING_TIME =
  '(?:temps de lecture|lecture|reading time)\\s*:?\\s*\\d{1,2} ?min(?:ute)?s?|\\d{1,2} ?min(?:ute)?s? (?:read|de lecture)';

/** The label of a link to another article, below its headline. */
const BELOW_TEASER = '(?:lire|lire la suite|lire plus|read|read more|read on|continue reading)';
/** The label over a link to another article. */
const OVER_TEASER =
  '(?:à lire(?: aussi| également)?|lire (?:aussi|également)|voir aussi|also read|read (?:also|next)|see also)';
/** The label over several. */
const OVER_TEASERS =
  '(?:sur le même sujet|dans la même rubrique|related(?: articles?| stories| content| topics)?|more on this (?:story|topic))';

const WHOLE = new RegExp(`^(?:${[LABELS, SKIP, READING_TIME].join('|')})$`, 'iu');
const LABEL_BELOW = new RegExp(`^${BELOW_TEASER}$`, 'iu');
const LABEL_OVER = new RegExp(`^(?:${OVER_TEASER}|${BELOW_TEASER}(?=\\s*:))\\s*:?$`, 'iu');
const LABEL_OVER_SEVERAL = new RegExp(`^${OVER_TEASERS}\\s*:?$`, 'iu');
/** A link to another article behind its label, on one line. */
const TEASER = new RegExp(`^(?:${OVER_TEASER}|${OVER_TEASERS}|${BELOW_TEASER})\\s*(?:[:|►▶→>]|[–—-]\\s)`, 'iu');

/** What banners begin with. */
const BANNER = new RegExp(
  `^(?:${[
    '(?:we|our (?:site|website|partners)|this (?:web)?site|nous|notre site|ce site|nos partenaires)(?: et nos partenaires| and our partners)? (?:use|uses|utilisons|utilise|utilisent|déposons)[^.]{0,80}\\bcookies',
    'by (?:continuing|using|clicking|browsing)[^.]{0,80}\\bcookies|en (?:poursuivant|continuant|cliquant|utilisant)[^.]{0,80}\\bcookies',
    '(?:accept|reject|manage|allow|tout accepter|accepter|refuser|gérer|paramétrer|personnaliser)[^.]{0,30}\\b(?:cookies|preferences|préférences)\\b',
    '(?:sign up|subscribe|inscrivez-vous|abonnez-vous|recevez|get|receive)\\b[^.]{0,100}\\b(?:newsletters?|infolettres?|inbox|boîte (?:mail|de réception))\\b',
  ].join('|')})`,
  'iu',
);

/** A headline of another article has no full stop, and not as many words as a paragraph. */
const SENTENCE_END = /[.…]["”»’)\s]*$/u;
const MOST_WORDS = 40;
/** Links in a row under one label. */
const MOST_TEASERS = 6;
/** The article's own headline and standfirst are no teaser, whatever stands below them. */
const HEAD_LINES = 3;

/** A line of a text, and the segments it was cut into. */
interface Line {
  readonly text: string;
  readonly places: readonly number[];
}

/**
 * Finds what of a text that was copied from a page is not part of its article: skip links, buttons to share and follow,
 * cookie and newsletter banners, labels such as "Read more" and the headlines they lead to.
 * @returns places of segments, 0-based
 */
export function pageFurniture(segments: readonly TextSegment[]): ReadonlySet<number> {
  const lines = linesOf(segments);
  const found = new Set<Line>();
  for (const [at, line] of lines.entries()) {
    if (line.text.length > LONGEST) continue;
    const label = line.text.replace(/[\s»>→▶►…+]+$/u, '');
    if (WHOLE.test(label) || BANNER.test(line.text) || isTeaser(line.text)) found.add(line);
    if (LABEL_BELOW.test(label)) {
      found.add(line);
      const above = lines[at - 1];
      if (at > HEAD_LINES && above !== undefined && isHeadline(above.text)) found.add(above);
    }
    const teasers = LABEL_OVER.test(label) ? 1 : LABEL_OVER_SEVERAL.test(label) ? MOST_TEASERS : 0;
    if (teasers > 0) {
      found.add(line);
      for (const below of lines.slice(at + 1, at + 1 + teasers)) {
        if (!isHeadline(below.text)) break;
        found.add(below);
      }
    }
  }
  return new Set([...found].flatMap(({ places }) => places));
}

function isTeaser(text: string): boolean {
  return TEASER.test(text) && isHeadline(text);
}

function isHeadline(text: string): boolean {
  return text.length <= LONGEST && !SENTENCE_END.test(text) && text.split(/\s+/).length <= MOST_WORDS;
}

function linesOf(segments: readonly TextSegment[]): readonly Line[] {
  const lines: { text: string; places: number[]; paragraph: number }[] = [];
  for (const [place, { text, paragraph }] of segments.entries()) {
    const last = lines.at(-1);
    if (last?.paragraph !== paragraph) lines.push({ text, places: [place], paragraph });
    else {
      last.text += ` ${text}`;
      last.places.push(place);
    }
  }
  return lines;
}
