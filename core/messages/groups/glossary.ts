import { messageGroup } from '../message-group.ts'

/** Names and terms: the lists, and suggestions from corrections. */
export const glossary = messageGroup(
  {
    'settings.glossary': 'Glossary',
    'glossary.title': 'Names and terms',
    'glossary.library.lead':
      'Names and words that your recordings use. Where a transcript has words that sound like one of them, it is offered in the list to check. The text is never changed by itself.',
    'glossary.recording.lead':
      'Names and words of this recording, in addition to the glossary in the settings. Where words sound like one of them, it is offered in the list to check.',
    'glossary.hint':
      'One term a line. After =, what it sounds like if it is spelled in an unusual way: Parolo = par oh low, parallel o',
    'glossary.field': 'Terms, one a line',
    'glossary.count': '{count, plural, =0 {No terms yet} one {# term} other {# terms}}',
    'glossary.bad-line': 'Line {line, number}: {problem}',
    'glossary.bad-line.no-term': 'the term before = is missing',
    'glossary.bad-line.no-word': 'a term needs a letter or a digit',
    'glossary.bad-line.too-long': 'longer than {words, number} words or {letters, number} characters',
    'glossary.bad-line.too-many-variants': 'more than {count, number} spellings',
    'glossary.bad-line.too-many-terms': 'a list holds up to {count, number} terms',
    'glossary.bad-lines.more': '{count, plural, one {and # more line} other {and # more lines}}',
    'glossary.save': 'Save',
    'glossary.saved': 'Saved',
    'glossary.cancel': 'Cancel',
    'glossary.menu': 'Names and terms…',
    'glossary.too-long': 'This list is too long to save. Remove some lines.',
    'glossary.document': 'From a document…',
    'glossary.document.too-large': '“{file}” is larger than 64 MB. Choose a smaller document.',
    'glossary.document.unreadable':
      '“{file}” cannot be read. Save it as text, Word (.docx), Markdown or HTML and choose it again.',
    'glossary.proposed': 'Names and terms in {file}',
    'glossary.proposed.count':
      '{count, plural, =0 {No names or new terms were found in “{file}”.} one {# name or term found in “{file}”. Tick it to add it.} other {# names and terms found in “{file}”. Tick those to add.}}',
    'glossary.proposed.term': '{count, plural, one {{term}} other {{term} ({count, number}×)}}',
    'glossary.proposed.all': 'Tick all',
    'glossary.proposed.none': 'Tick none',
    'glossary.proposed.add': '{count, plural, =0 {Add} one {Add # term} other {Add # terms}}',
    'job.terms': 'Names and terms',
    'job.terms.add': 'Add names and terms…',
    'job.terms.too-long': 'This list is too long. Remove some lines.',
    'glossary.repeated': 'You corrected to “{text}” more than once. Add it to a glossary?',
    'glossary.repeated.recording': 'For this recording',
    'glossary.repeated.library': 'For all recordings',
    'glossary.decline': 'No',
    'others.title': 'The same words elsewhere',
    'others.found':
      '“{heard}” was recognized {count, plural, one {once more} other {# more times}}. Change {count, plural, one {it} other {them}} to “{text}” too?',
    'others.correct': 'Correct the {count, plural, one {other} other {# others}}',
    'others.decline': 'No',
    'others.done':
      '“{text}”: {count, plural, one {# more place} other {# more places}} corrected. {keys} undoes {count, plural, one {it} other {them all}}.',
    'result.glossary-offers':
      '{count, plural, =0 {{file}: nothing sounds like a term of the glossary} one {{file}: # place sounds like a term of the glossary; the text is unchanged} other {{file}: # places sound like terms of the glossary; the text is unchanged}}',
    'result.glossary-offer': '  {time}  “{heard}” → {correction}',
    'result.glossary-line': '{file}: line {line, number} is left out: {problem}',
  },
  {
    'settings.glossary': 'Glossaire',
    'glossary.title': 'Noms et termes',
    'glossary.library.lead':
      'Les noms et les mots propres à vos enregistrements. Là où une transcription contient des mots qui y ressemblent à l’oreille, le terme est proposé dans la liste à vérifier. Le texte n’est jamais modifié tout seul.',
    'glossary.recording.lead':
      'Les noms et les mots de cet enregistrement, en plus du glossaire des réglages. Là où des mots y ressemblent à l’oreille, le terme est proposé dans la liste à vérifier.',
    'glossary.hint':
      'Un terme par ligne. Après =, ce que l’on entend si l’orthographe est inhabituelle\u00A0: Parolo = par au lo, parole eau',
    'glossary.field': 'Termes, un par ligne',
    'glossary.count': '{count, plural, =0 {Aucun terme pour l’instant} one {# terme} other {# termes}}',
    'glossary.bad-line': 'Ligne {line, number}\u00A0: {problem}',
    'glossary.bad-line.no-term': 'il manque le terme avant =',
    'glossary.bad-line.no-word': 'un terme contient au moins une lettre ou un chiffre',
    'glossary.bad-line.too-long': 'plus de {words, number} mots ou de {letters, number} caractères',
    'glossary.bad-line.too-many-variants': 'plus de {count, number} graphies',
    'glossary.bad-line.too-many-terms': 'une liste contient au plus {count, number} termes',
    'glossary.bad-lines.more': '{count, plural, one {et # autre ligne} other {et # autres lignes}}',
    'glossary.save': 'Enregistrer',
    'glossary.saved': 'Enregistré',
    'glossary.cancel': 'Annuler',
    'glossary.menu': 'Noms et termes…',
    'glossary.too-long': 'Cette liste est trop longue pour être enregistrée. Retirez des lignes.',
    'glossary.document': 'Depuis un document…',
    'glossary.document.too-large':
      '«\u00A0{file}\u00A0» dépasse 64\u00A0Mo. Choisissez un document plus petit.',
    'glossary.document.unreadable':
      '«\u00A0{file}\u00A0» est illisible. Enregistrez-le en texte, Word (.docx), Markdown ou HTML et choisissez-le de nouveau.',
    'glossary.proposed': 'Noms et termes de {file}',
    'glossary.proposed.count':
      '{count, plural, =0 {Aucun nom ni terme nouveau dans «\u00A0{file}\u00A0».} one {# nom ou terme trouvé dans «\u00A0{file}\u00A0». Cochez-le pour l’ajouter.} other {# noms et termes trouvés dans «\u00A0{file}\u00A0». Cochez ceux à ajouter.}}',
    'glossary.proposed.term': '{count, plural, one {{term}} other {{term} ({count, number}\u00A0×)}}',
    'glossary.proposed.all': 'Tout cocher',
    'glossary.proposed.none': 'Tout décocher',
    'glossary.proposed.add': '{count, plural, =0 {Ajouter} one {Ajouter # terme} other {Ajouter # termes}}',
    'job.terms': 'Noms et termes',
    'job.terms.add': 'Ajouter des noms et des termes…',
    'job.terms.too-long': 'Cette liste est trop longue. Retirez des lignes.',
    'glossary.repeated':
      'Vous avez corrigé plusieurs fois en «\u00A0{text}\u00A0». L’ajouter à un glossaire\u202F?',
    'glossary.repeated.recording': 'Pour cet enregistrement',
    'glossary.repeated.library': 'Pour tous les enregistrements',
    'glossary.decline': 'Non',
    'others.title': 'Les mêmes mots ailleurs',
    'others.found':
      '«\u00A0{heard}\u00A0» figure {count, plural, one {à un autre endroit} other {à # autres endroits}}. Remplacer aussi par «\u00A0{text}\u00A0»\u202F?',
    'others.correct': 'Corriger {count, plural, one {l’autre} other {les # autres}}',
    'others.decline': 'Non',
    'others.done':
      '«\u00A0{text}\u00A0»\u00A0: {count, plural, one {# autre endroit corrigé} other {# autres endroits corrigés}}. {keys} annule tout.',
    'result.glossary-offers':
      '{count, plural, =0 {{file}\u00A0: rien ne ressemble à un terme du glossaire} one {{file}\u00A0: # endroit ressemble à un terme du glossaire\u202F; le texte reste inchangé} other {{file}\u00A0: # endroits ressemblent à des termes du glossaire\u202F; le texte reste inchangé}}',
    'result.glossary-offer': '  {time}  «\u00A0{heard}\u00A0» → {correction}',
    'result.glossary-line': '{file}\u00A0: la ligne {line, number} est ignorée\u00A0: {problem}',
  },
)
