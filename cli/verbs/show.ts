import { withLibrary } from '../library/with-library.ts'
import type { Verb } from './verb.ts'

export const showVerb: Verb = {
  name: 'show',
  options: {},
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'show a transcript as text',
      text: `Usage: parolo show RECORDING

Print the transcript of a recording as text. RECORDING is an ID (or its beginning), a title or a file.
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'afficher une transcription en texte',
      text: `Usage\u00A0: parolo show ENREGISTREMENT

Cette commande affiche la transcription d’un enregistrement en texte. ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier.
`,
    },
  },
  run: async (call) => {
    const { runShow } = await import('./show/run-show.ts')
    return withLibrary(call, (studio) => runShow(studio, call.terminal, call.invocation))
  },
}
