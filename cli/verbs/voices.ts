import { withLibrary } from '../library/with-library.ts'
import type { Verb } from './verb.ts'

export const voicesVerb: Verb = {
  name: 'voices',
  options: { json: 'switch', all: 'switch', yes: 'switch' },
  help: {
    en: {
      arguments: 'list|forget',
      purpose: 'show or forget the voices that you asked to remember',
      text: `Usage: parolo voices list [--json]
       parolo voices forget NAME
       parolo voices forget --all [--yes]

Show or forget the voices that you asked Parolo to remember, on its pages. In other recordings, the page asks whether a speaker without a name could be one of them.

  list  print a line for each recording that a voice comes from, separated by tabs. It has the name, since when, the title, seconds of speech, and whether another voice model made it
  forget  forget one voice, or all, for good: in this library and in the backups in its folder. The names in transcripts stay

  --json  list: everything, without the numbers that describe the voices
  --all  forget: all voices; at a terminal the command asks first
  --yes  do not ask

Exit codes: 0 done, 1 failed or declined, 2 incorrect usage.
`,
    },
    fr: {
      arguments: 'list|forget',
      purpose: 'afficher ou oublier les voix que vous avez fait mémoriser',
      text: `Usage\u00A0: parolo voices list [--json]
        parolo voices forget NOM
        parolo voices forget --all [--yes]

Cette commande affiche ou oublie les voix que vous avez demandé à Parolo de mémoriser, dans ses pages. Dans d’autres enregistrements, la page demande si une voix sans nom pourrait être l’une d’elles.

  list  une ligne pour chaque enregistrement dont une voix est issue, avec des tabulations. Elle donne le nom, depuis quand, le titre, les secondes de parole, et si un autre modèle de voix l’a produite
  forget  oublier une voix, ou toutes, définitivement\u00A0: dans cette bibliothèque et dans les sauvegardes de son dossier. Les noms restent dans les transcriptions

  --json  list\u00A0: tout, sans les nombres qui décrivent les voix
  --all  forget\u00A0: toutes les voix\u202F; dans un terminal, la commande demande confirmation
  --yes  ne rien demander

Codes de sortie\u00A0: 0 terminé, 1 échec ou refus, 2 utilisation incorrecte.
`,
    },
  },
  run: async (call) => {
    const { runVoices } = await import('./voices/run-voices.ts')
    return withLibrary(call, (studio) => runVoices(studio, call.terminal, call.invocation))
  },
}
