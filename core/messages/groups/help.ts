import { messageGroup } from '../message-group.ts'

/** The pages of the help, on the page and in a terminal. */
export const help = messageGroup(
  {
    'help.title': 'Help',
    'help.open.hint': 'Podcasts, captions, recording, cutting, privacy and more, with a search.',
    'help.go': 'Open',
    'help.pages': 'Pages',
    'help.find': 'Search the help',
    'help.none': 'Nothing in the help has “{words}”.',
    'help.found': '{count, plural, one {# place} other {# places}}',
    'help.in-english': 'This page is in English only.',
  },
  {
    'help.title': 'Aide',
    'help.open.hint':
      'Podcasts, sous-titres, enregistrement, coupe, confidentialité et plus, avec une recherche.',
    'help.go': 'Ouvrir',
    'help.pages': 'Pages',
    'help.find': 'Rechercher dans l’aide',
    'help.none': 'Rien dans l’aide ne contient «\u00A0{words}\u00A0».',
    'help.found': '{count, plural, one {# endroit} other {# endroits}}',
    'help.in-english': 'Cette page n’existe qu’en anglais.',
  },
)
