import { withLibrary } from '../library/with-library.ts'
import type { Verb } from './verb.ts'

export const listVerb: Verb = {
  name: 'list',
  options: { limit: 'value', after: 'value' },
  help: {
    en: {
      arguments: '',
      purpose: 'list the recordings in the library',
      text: `Usage: parolo list [--limit N] [--after ID]

One line per recording, oldest first: ID, length, language, speakers, state, title.

  --limit N    at most N recordings
  --after ID   those after this one
`,
    },
    fr: {
      arguments: '',
      purpose: 'afficher les enregistrements de la bibliothèque',
      text: `Usage : parolo list [--limit N] [--after ID]

Une ligne par enregistrement, du plus ancien au plus récent : identifiant, durée, langue, voix, état, titre.

  --limit N    au plus N enregistrements
  --after ID   ceux qui suivent celui-ci
`,
    },
  },
  run: async (call) => {
    const { runList } = await import('./list/run-list.ts')
    return withLibrary(call, (studio) => runList(studio, call.terminal, call.invocation))
  },
}
