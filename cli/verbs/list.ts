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

List the recordings in the library, oldest first, one per line: ID, length, language, speakers, state, title.

  --limit N  at most N recordings
  --after ID  only recordings after this one
`,
    },
    fr: {
      arguments: '',
      purpose: 'afficher les enregistrements de la bibliothèque',
      text: `Usage\u00A0: parolo list [--limit N] [--after ID]

Cette commande affiche les enregistrements de la bibliothèque, du plus ancien au plus récent, un par ligne\u00A0: identifiant, durée, langue, voix, état, titre.

  --limit N  au plus N enregistrements
  --after ID  seulement ceux qui suivent celui-ci
`,
    },
  },
  run: async (call) => {
    const { runList } = await import('./list/run-list.ts')
    return withLibrary(call, (studio) => runList(studio, call.terminal, call.invocation))
  },
}
