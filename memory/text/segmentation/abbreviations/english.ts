/**
 * English abbreviations, sorted by what a full stop behind them may mean. They are written without that last stop and
 * in the case they are printed in: "No." is a number, "no." often the end of a sentence.
 */

const words = (list: string): readonly string[] => list.split(' ');

/** Stand before a name, never at the end of a sentence. */
export const ENGLISH_TITLES = words(
  'Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Rev Revd Hon Fr Bro Msgr Mgr Sen Sens Rep Reps Gov Govs Pres Amb Treas Supt Insp ' +
    'Det Atty Gen Maj Col Capt Cpt Cmdr Cdr Lt Lieut Sgt Cpl Pvt Pfc Adm Brig St Ste Mt Mts Mme Mlle MM Archbp Bp Asst Assoc Pt GEN SEN REP GOV DR MR MRS MS PROF ST COL CAPT SGT LT REV HON PVT',
);

/** Stand before a number; elsewhere their stop is an ordinary one. */
export const ENGLISH_NUMBERED = words(
  'No Nos no nos Nr nr N° Nº n° nº p pp P Pp pg pgs page pages Vol Vols vol vols Ch ch Chap chap Chs chs Fig Figs fig figs ' +
    'Art Arts art arts Sec Secs sec SEC Sect sect para paras Para par cl Eq Eqs eq Op op Ex ex Ref Refs ref Tab tab App app ' +
    'Rs rs Bk bk Pt pt Pts ver Ver ll col cols nn tel Tel ext Ext Rm Apt Stat Supp c ca ed eds al',
);

/** Lead on to what follows. */
export const ENGLISH_LEADING = words('e.g i.e viz cf Cf vs v approx esp incl resp transl orig abbr P.O');

/** Months and days; what follows them is a number, or the sentence goes on. */
export const ENGLISH_DATES = words(
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun',
);

/** Parts of a name that may also end a sentence; the word after them tells. */
export const ENGLISH_NAME_ENDS = words(
  'Inc INC Ltd LTD Co CO Cos Corp CORP Bros Pty Plc plc LLC Cie Assn Mfg Intl Natl Univ Dept Govt Inst Jr Sr Esq Ret ' +
    'Ave Blvd Rd Dr Ln Hwy Pkwy Sq Ct Bldg Ft Mtn Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mich ' +
    'Minn Miss Mont Neb Nebr Nev Okla Ont Ore Pa Penn Que Tenn Tex Va Vt Wash Wis Wisc Wyo NE NW SE SW Pvt',
);

/** Common words cut short: before a small letter or a number the sentence goes on. */
export const ENGLISH_SHORTENED = words(
  'etc voc co min mins max sec secs hr hrs yr yrs wk wks mo mos med dept govt avg misc lb lbs Lb Lbs oz ft yd yds mi sq cu ' +
    'pt qt tsp tbsp kg km cm mm fl mph temp est ed eds ibid op cit etal loc repr rev ser al anon assn assoc ave blvd rd bldg ' +
    'ext corp inc ltd tel alt nos art fig figs vol vols pp pg ch chap sect para app ver ref refs eq dist intl natl univ',
);

/** Words that, written with a capital behind an abbreviation, begin a sentence rather than go on with a name. */
export const ENGLISH_STARTERS = words(
  'A An The This That These Those He She It We You They I There Here His Her Its Our Their My Your One Some Many Most Each ' +
    'Every All Both Another Other Others Several No None What Who Why How Where When Which Whose While Whether If Although ' +
    'Though Because Since Until Unless Once And But Or Nor So Yet Then Thus However Meanwhile Moreover Furthermore Therefore ' +
    'Still Also Even Only Now Perhaps Maybe Later Today Yesterday In On At As For From With By To After Before During Under ' +
    'Over Despite Between Among Through Within Without According Is Are Was Were Do Does Did Has Have Had Can Could Will ' +
    'Would Should Let Please Not Yes Well Millions Thousands Hundreds Dozens',
);

/** Verbs by which a quotation is given to its speaker. */
export const ENGLISH_SAYING = words(
  'said says say asked asks ask wondered wonders replied replies answered answers added adds cried cries shouted shouts ' +
    'exclaimed exclaims thought thinks whispered whispers told tells wrote writes concluded concludes continued continues quipped joked',
);
