import { messageGroup } from '../message-group.ts'

/** Speaking time on the command line; headings shared with the page are in `speaking`. */
export const stats = messageGroup(
  {
    'stats.words': 'Words',
    'stats.length': 'Recording',
    'stats.nobody': 'No speech was found.',
  },
  {
    'stats.words': 'Mots',
    'stats.length': 'Enregistrement',
    'stats.nobody': 'Aucune parole n’a été détectée.',
  },
)
