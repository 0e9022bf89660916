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

The voices that you asked Parolo to remember, on its pages. In other recordings, it asks there whether a speaker without a
name could be one of them.

  list     a line for each recording that a voice comes from, separated by tabs: name, since when, title, seconds of
           speech, and whether another voice model made it; --json: all of it, without the numbers that describe the voices
  forget   forget one voice, or all, for good: in this library and in the backups in its folder. The names in transcripts
           stay. At a terminal, --all asks first, unless --yes is given.

Exit codes: 0 done, 1 failed or not wanted, 2 incorrect usage.
`,
    },
    fr: {
      arguments: 'list|forget',
      purpose: 'afficher ou oublier les voix que vous avez fait mémoriser',
      text: `Usage : parolo voices list [--json]
        parolo voices forget NOM
        parolo voices forget --all [--yes]

Les voix que vous avez demandé à Parolo de mémoriser, dans ses pages. Dans d’autres enregistrements, il y demande si une
voix sans nom pourrait être l’une d’elles.

  list     une ligne pour chaque enregistrement dont une voix est issue, avec des tabulations : nom, depuis quand,
           titre, secondes de parole, et si un autre modèle de voix l’a produite ; --json : tout, sans les nombres qui
           décrivent les voix
  forget   oublier une voix, ou toutes, définitivement : dans cette bibliothèque et dans les sauvegardes de son dossier.
           Les noms restent dans les transcriptions. Dans un terminal, --all demande confirmation, sauf avec --yes.

Codes de sortie : 0 terminé, 1 échec ou refus, 2 utilisation incorrecte.
`,
    },
  },
  run: async (call) => {
    const { runVoices } = await import('./voices/run-voices.ts')
    return withLibrary(call, (studio) => runVoices(studio, call.terminal, call.invocation))
  },
}
