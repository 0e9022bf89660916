import { messageGroup } from '../message-group.ts'

/** Search in all recordings. */
export const search = messageGroup(
  {
    'search.title': '“{words}”',
    'search.found':
      '{count, plural, one {# result} other {# results}} in {recordings, plural, one {# recording} other {# recordings}}',
    'search.found-many':
      'the first {count} results, in {recordings, plural, one {# recording} other {# recordings}}',
    'search.nobody': 'No results for “{words}”.',
    'search.nobody.more':
      'Titles, speaker names and transcripts were searched. Accents and capitals do not matter. All the words must be in the same title or paragraph.',
    'search.empty': 'What are you looking for?',
  },
  {
    'search.title': '«\u00A0{words}\u00A0»',
    'search.found':
      '{count, plural, one {# résultat} other {# résultats}} dans {recordings, plural, one {# enregistrement} other {# enregistrements}}',
    'search.found-many':
      'les {count} premiers résultats, dans {recordings, plural, one {# enregistrement} other {# enregistrements}}',
    'search.nobody': 'Aucun résultat pour «\u00A0{words}\u00A0».',
    'search.nobody.more':
      'La recherche porte sur les titres, les noms et les transcriptions. Les accents et les majuscules ne comptent pas. Tous les mots doivent figurer dans un même titre ou un même paragraphe.',
    'search.empty': 'Que cherchez-vous\u202F?',
  },
)
