import { messageGroup } from '../message-group.ts'

/** Cutting sound by its words. */
export const cut = messageGroup(
  {
    'cut.kept': '{title}: {length} of {time} kept, {count, plural, =0 {no cuts} one {# cut} other {# cuts}}',
    'cut.would':
      '{title}: {length} of {time} would be kept ({before} are now), {count, plural, =0 {no cuts} one {# cut} other {# cuts}}',
    'cut.changed':
      '{words, plural, =0 {} one {# word is cut. } other {# words are cut. }}{pauses, plural, =0 {} one {# pause or stretch without words is cut. } other {# pauses and stretches without words are cut. }}',
    'cut.restored':
      '{count, plural, =0 {Nothing was cut.} one {# cut is restored.} other {# cuts are restored.}}',
    'cut.heard':
      '{count, plural, one {# cut word is} other {# cut words are}} still heard, as somebody else speaks at the same time or the cut would be too short.',
    'cut.joins':
      '{count, plural, =0 {Nothing is wrong at the joins, as far as recognizing them again tells.} one {# place to check at the joins.} other {# places to check at the joins.}}',
    'cut.joins.clipped': 'may clip “{text}”',
    'cut.joins.heard': '“{text}” is still heard',
    'cut.joins.lost': 'Some joins could not be recognized. The same command tries them again.',
    'cut.partly':
      '{count, plural, one {# own wording or translation covers words of which some are cut} other {# own wordings or translations cover words of which some are cut}}: check the text.',
    'cut.moments': '{count, plural, one {# moment is} other {# moments are}} left out, as its time is cut.',
    'cut.chapters':
      '{count, plural, one {# chapter is} other {# chapters are}} left out, as another begins with the same word or nothing follows.',
    'cut.json': '{file} has the whole recording, including what is cut.',
    'cut.parts': 'A list of CMX 3600 has at most 999 events: these are {count} files, one after another.',
    'cut.list-whole': 'Nothing is cut: the lists have the whole recording.',
    'cut.list-redacted': 'The lists name the recording’s own file, in which redacted words are heard.',
  },
  {
    'cut.kept':
      '{title}\u00A0: {length} conservées sur {time}, {count, plural, =0 {aucune coupe} one {# coupe} other {# coupes}}',
    'cut.would':
      '{title}\u00A0: {length} seraient conservées sur {time} ({before} actuellement), {count, plural, =0 {aucune coupe} one {# coupe} other {# coupes}}',
    'cut.changed':
      '{words, plural, =0 {} one {# mot coupé. } other {# mots coupés. }}{pauses, plural, =0 {} one {# pause ou passage sans paroles coupé. } other {# pauses et passages sans paroles coupés. }}',
    'cut.restored':
      '{count, plural, =0 {Rien n’était coupé.} one {# coupe rétablie.} other {# coupes rétablies.}}',
    'cut.heard':
      '{count, plural, one {# mot coupé s’entend} other {# mots coupés s’entendent}} encore\u00A0: quelqu’un d’autre parle en même temps, ou la coupe serait trop courte.',
    'cut.joins':
      '{count, plural, =0 {Rien d’anormal aux raccords, d’après une nouvelle reconnaissance.} one {# endroit à vérifier aux raccords.} other {# endroits à vérifier aux raccords.}}',
    'cut.joins.clipped': 'entame peut-être «\u00A0{text}\u00A0»',
    'cut.joins.heard': '«\u00A0{text}\u00A0» s’entend encore',
    'cut.joins.lost': 'Certains raccords n’ont pas pu être reconnus. La même commande les reprend.',
    'cut.partly':
      '{count, plural, one {# texte de sous-titre ou traduction porte} other {# textes de sous-titres ou traductions portent}} sur des mots en partie coupés\u00A0: vérifiez-en le texte.',
    'cut.moments': '{count, plural, one {# moment omis} other {# moments omis}}, dans un passage coupé.',
    'cut.chapters':
      '{count, plural, one {# chapitre omis} other {# chapitres omis}}\u00A0: un autre commence au même mot, ou rien ne suit.',
    'cut.json': '{file} contient tout l’enregistrement, avec les coupes sous forme de marques.',
    'cut.parts':
      'Une liste CMX 3600 a au plus 999 événements\u00A0: il y a {count} fichiers, à la suite les uns des autres.',
    'cut.list-whole': 'Rien n’est coupé\u00A0: les listes contiennent l’enregistrement entier.',
    'cut.list-redacted':
      'Les listes renvoient au fichier même de l’enregistrement, où s’entendent les mots occultés.',
  },
)
