/**
 * French abbreviations, sorted by what a full stop behind them may mean. They are written without that last stop and in
 * the case they are printed in.
 */

const words = (list: string): readonly string[] => list.split(' ');

/** Stand before a name, never at the end of a sentence; first names cut short are among them. */
export const FRENCH_TITLES = words(
  'M MM Mme Mmes Mlle Mlles Me Mes Mgr Mgrs Dr Drs Pr Prof Vve St Ste Sts Stes Mr Mrs Ms Gal Gén gén Cdt Cne Lt Col Adj Sgt ' +
    'Ch Chr Th Ph Fr Cl Jos Alex Fréd Ed Éd Em Et Aug Bd bd Av Fg Sén Dép Ft Maj Sen Gen Rep Gov Mt Capt',
);

/** Stand before a number; elsewhere their stop is an ordinary one. */
export const FRENCH_NUMBERED = words(
  'no nos No Nos n° N° nº Nº p pp P art Art arts Arts al chap Chap ch fig Fig figs vol Vol vols t T tél Tél tel Tel fax réf ' +
    'Réf par paragr sect Sect fasc ca rééd vv ff ll pl Pl app num Num suppl env',
);

/** Lead on to what follows; a full stop inside them may have a space behind it. */
export const FRENCH_LEADING = [
  ...words('c.-à-d c-à-d càd i.e e.g cf Cf env vs av ap apr dir trad resp boul adr bât p.ex v c éd coll Éd Coll'),
  ...['p. ex', 'par ex', 'c. à d', 'i. e', 'e. g'],
];

/** Months and days; what follows them is a number, or the sentence goes on. */
export const FRENCH_DATES = words('janv févr fév avr juil sept oct nov déc lun mar ven sam dim');

/** Parts of a name that may also end a sentence; the word after them tells. */
export const FRENCH_NAME_ENDS = words('Cie cie Ltd Inc Corp Co Bros Jr Sr Sté Éts Ets Ltée Assoc Dept Dépt Univ');

/** Common words cut short: before a small letter or a number the sentence goes on. */
export const FRENCH_SHORTENED = words(
  'etc Env ex Ex min max sec hab km kg cm mm env tél art fig vol chap réf suppl dép arr adj adv loc masc fém plur sing inv ibid id ' +
    'op cit etal loc al sq sqq ht inf sup auj anc adm prov rel abrév qqch qqn qq',
);

/** Words that, written with a capital behind an abbreviation, begin a sentence rather than go on with a name. */
export const FRENCH_STARTERS = words(
  'Le La Les Un Une Des Du De Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je Tu Son Sa Ses Leur Leurs Mon Ma Mes Notre Nos ' +
    'Votre Vos Quel Quelle Quels Quelles Qui Que Quoi Où Quand Comment Pourquoi Si Mais Et Ou Or Donc Car Ni Puis Ensuite Enfin ' +
    'Alors Ainsi Aussi Cependant Toutefois Pourtant Néanmoins Dans En Au Aux À Par Pour Avec Sans Sous Sur Selon Après Avant ' +
    'Depuis Pendant Durant Lors Lorsque Comme Chez Entre Vers Tout Tous Toute Toutes Certains Certaines Plusieurs Chaque Aucun ' +
    'Aucune Cela Ça Celui Celle Ceux Celles Voici Voilà Oui Non Ne Quant Malgré Bien Même Seul Seule Autre Autres Outre Parmi',
);

/** Verbs, as they stand behind "a", "ont" or alone, by which a quotation is given to its speaker. */
export const FRENCH_SAYING = words(
  'déclaré dit affirmé ajouté expliqué indiqué précisé annoncé estimé répondu conclu assuré confié raconté souligné lancé ' +
    'déclare dit affirme ajoute explique indique précise annonce estime répond conclut assure confie raconte souligne lance ' +
    'poursuit demande écrit reconnaît admet rappelle',
);
