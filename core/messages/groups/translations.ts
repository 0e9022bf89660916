import { messageGroup } from '../message-group.ts'

/** Captions in a second language. */
export const translations = messageGroup(
  {
    'translation.title': 'Second language',
    'translation.add.first': 'Second language…',
    'translation.button': 'Second language: {language}',
    'translation.original-only': 'Original only',
    'translation.add': 'Add a language…',
    'translation.import': 'Import {language} from a file…',
    'translation.remove': 'Remove {language}',
    'translation.removed': '{language} removed.',
    'translation.by-hand': 'Parolo does not translate: you type the text or import it from a file.',
    'translation.add.title': 'Add a second language',
    'translation.add.language': 'Language',
    'translation.add.empty': 'Add without text',
    'translation.add.file': 'From a caption file…',
    'translation.add.import': '{count, plural, one {Add with # caption} other {Add with # captions}}',
    'translation.add.chosen': '{count, plural, one {“{file}”: # caption} other {“{file}”: # captions}}',
    'translation.add.how':
      'Captions of a file are put under the captions at the same time; those without one are listed.',
    'translation.imported': '{count, plural, one {# caption imported.} other {# captions imported.}}',
    'translation.imported.unplaced':
      '{count, plural, one {# caption has nothing at its time and is listed as not placed.} other {# captions have nothing at their times and are listed as not placed.}}',
    'translation.file.unreadable': '“{file}” is not a caption file that Parolo can read.',
    'translation.file.no-times': '“{file}” has no times, so its text cannot be put under captions.',
    'translation.file.empty': 'There are no captions in “{file}”.',
    'translation.file.remedy': 'Choose captions, for example SRT, WebVTT, TTML or ASS.',
    'translation.left':
      '{count, plural, =0 {{language}: every caption has a text} one {{language}: # caption without a text} other {{language}: # captions without a text}}',
    'translation.broken': '{count, plural, one {# text breaks a rule} other {# texts break a rule}}',
    'translation.next': 'Next without a text',
    'translation.field': 'Caption {number}, {language}',
    'translation.missing': 'Not translated',
    'translation.redacted-whole':
      'Redacted entirely: some of the redacted words could not be found in this translation.',
    'translation.shown-with': 'Shown with caption {number}',
    'translation.do.next': 'Next caption',
    'translation.do.split': 'The rest to {number}',
    'translation.unplaced': '{count, plural, one {# text not placed} other {# texts not placed}}',
    'translation.unplaced.title': 'Texts not placed',
    'translation.unplaced.why':
      'The words of these texts were deleted or are not shown in captions, or the file had them at a time without captions.',
    'translation.unplaced.at': 'Near {time}',
    'translation.unplaced.put': 'Put under caption {number}',
    'translation.unplaced.remove': 'Remove',
    'translation.picture': 'Language on the picture',
    'translation.picture.original': 'Original',
    'translation.picture.both': 'Both',
    'export.text': 'Language',
    'export.text.original': 'Original ({language})',
    'export.text.originals': 'Original of each recording',
    'export.text.all': 'All languages, a track each',
    'export.text.some': '{language} ({count} of {all})',
    'export.many.untranslated':
      '{count, plural, one {Not exported, because it has no translation into this language: {titles}} other {Not exported, because they have no translation into this language: {titles}}}',
    'export.losses.translations':
      '{count, plural, one {the captions in the second language} other {the captions in # other languages}}',
    'export.losses.untranslated':
      '{count, plural, one {# caption without a translation} other {# captions without a translation}}',
    'export.losses.unplaced-redactions':
      '{count, plural, one {# wording or translation replaced entirely, because its redacted words could not be found in it} other {# wordings or translations replaced entirely, because their redacted words could not be found in them}}',
    'export.losses.unplaced-translations':
      '{count, plural, one {# translated text not placed} other {# translated texts not placed}}',
  },
  {
    'translation.title': '2ᵉ langue',
    'translation.add.first': '2ᵉ langue…',
    'translation.button': '2ᵉ langue\u00A0: {language}',
    'translation.original-only': 'Original seul',
    'translation.add': 'Ajouter une langue…',
    'translation.import': 'Importer un fichier ({language})…',
    'translation.remove': 'Retirer la langue ({language})',
    'translation.removed': 'Langue retirée\u00A0: {language}.',
    'translation.by-hand': 'Parolo ne traduit pas\u00A0: vous saisissez le texte ou l’importez d’un fichier.',
    'translation.add.title': 'Ajouter une seconde langue',
    'translation.add.language': 'Langue',
    'translation.add.empty': 'Ajouter sans texte',
    'translation.add.file': 'Depuis un fichier de sous-titres…',
    'translation.add.import':
      '{count, plural, one {Ajouter avec # sous-titre} other {Ajouter avec # sous-titres}}',
    'translation.add.chosen':
      '{count, plural, one {«\u00A0{file}\u00A0»\u00A0: # sous-titre} other {«\u00A0{file}\u00A0»\u00A0: # sous-titres}}',
    'translation.add.how':
      'Les sous-titres d’un fichier sont placés sous ceux du même moment\u202F; ceux qui n’en trouvent pas sont listés.',
    'translation.imported': '{count, plural, one {# sous-titre importé.} other {# sous-titres importés.}}',
    'translation.imported.unplaced':
      '{count, plural, one {# sous-titre ne correspond à aucun moment sous-titré\u202F; il est listé comme non placé.} other {# sous-titres ne correspondent à aucun moment sous-titré\u202F; ils sont listés comme non placés.}}',
    'translation.file.unreadable':
      '«\u00A0{file}\u00A0» n’est pas un fichier de sous-titres que Parolo sait lire.',
    'translation.file.no-times':
      '«\u00A0{file}\u00A0» n’a pas de temps\u202F; son texte ne peut pas être placé sous des sous-titres.',
    'translation.file.empty': 'Il n’y a aucun sous-titre dans «\u00A0{file}\u00A0».',
    'translation.file.remedy': 'Choisissez des sous-titres, par exemple SRT, WebVTT, TTML ou ASS.',
    'translation.left':
      '{count, plural, =0 {{language}\u00A0: tous les sous-titres ont un texte} one {{language}\u00A0: # sous-titre sans texte} other {{language}\u00A0: # sous-titres sans texte}}',
    'translation.broken':
      '{count, plural, one {# texte enfreint une règle} other {# textes enfreignent une règle}}',
    'translation.next': 'Suivant sans texte',
    'translation.field': 'Sous-titre {number}, {language}',
    'translation.redacted-whole':
      'Occulté en entier\u00A0: certains des mots occultés n’ont pas été retrouvés dans cette traduction.',
    'translation.missing': 'Non traduit',
    'translation.shown-with': 'Affiché avec le sous-titre {number}',
    'translation.do.next': 'Sous-titre suivant',
    'translation.do.split': 'Le reste au {number}',
    'translation.unplaced': '{count, plural, one {# texte non placé} other {# textes non placés}}',
    'translation.unplaced.title': 'Textes non placés',
    'translation.unplaced.why':
      'Les mots de ces textes ont disparu, ne sont pas affichés dans les sous-titres, ou le fichier les avait à un moment sans sous-titre.',
    'translation.unplaced.at': 'Vers {time}',
    'translation.unplaced.put': 'Placer sous le sous-titre {number}',
    'translation.unplaced.remove': 'Retirer',
    'translation.picture': 'Langue sur l’image',
    'translation.picture.original': 'Original',
    'translation.picture.both': 'Les deux',
    'export.text': 'Langue',
    'export.text.original': 'Original ({language})',
    'export.text.originals': 'Original de chaque enregistrement',
    'export.text.all': 'Toutes les langues, une piste chacune',
    'export.text.some': '{language} ({count} sur {all})',
    'export.many.untranslated':
      '{count, plural, one {Non exporté, faute de traduction dans cette langue\u00A0: {titles}} other {Non exportés, faute de traduction dans cette langue\u00A0: {titles}}}',
    'export.losses.translations':
      '{count, plural, one {les sous-titres dans la seconde langue} other {les sous-titres dans # autres langues}}',
    'export.losses.untranslated':
      '{count, plural, one {# sous-titre sans traduction} other {# sous-titres sans traduction}}',
    'export.losses.unplaced-redactions':
      '{count, plural, one {# texte ou traduction entièrement remplacé, faute d’y trouver les mots occultés} other {# textes ou traductions entièrement remplacés, faute d’y trouver les mots occultés}}',
    'export.losses.unplaced-translations':
      '{count, plural, one {# texte traduit non placé} other {# textes traduits non placés}}',
  },
)
