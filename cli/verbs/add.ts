import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const addVerb: Verb = {
  name: 'add',
  options: {
    together: 'switch',
    'in-order': 'switch',
    name: 'values',
    offset: 'values',
    title: 'value',
    transcribe: 'switch',
  },
  help: {
    en: {
      arguments: 'FILE…',
      purpose: 'import recordings into the library; an open page shows them at once',
      text: `Usage: parolo add FILE…
       parolo add --together FILE FILE… | --in-order FILE FILE… [--title TITLE] [--transcribe]

Imports recordings into the library without transcribing them, and transcripts and captions of any format that has times,
with the recording of the same name beside them. An open page shows them at once.

  --together       the files are one conversation, each of one person (Zoom, Riverside, Craig): one recording with a track
                   for each
  --name NAME      who speaks, once for each FILE in their order (default: from the files' names)
  --offset TIME    when each FILE begins, once for each FILE (default: all begin together)
  --in-order       the files follow one another: one recording
  --title TITLE    title of the new recording
  --transcribe     then transcribe it, all its tracks

Joined recordings are kept in the library; the files stay as they are.
`,
    },
    fr: {
      arguments: 'FICHIER…',
      purpose: 'importer des enregistrements dans la bibliothèque ; une page ouverte les affiche aussitôt',
      text: `Usage : parolo add FICHIER…
        parolo add --together FICHIER FICHIER… | --in-order FICHIER FICHIER… [--title TITRE] [--transcribe]

Importe des enregistrements dans la bibliothèque sans les transcrire, et des transcriptions et sous-titres de tout
format qui a des temps, avec l’enregistrement du même nom à côté d’eux. Une page ouverte les affiche aussitôt.

  --together       les fichiers sont une seule conversation, chacun d’une personne (Zoom, Riverside, Craig) : un
                   enregistrement avec une piste par personne
  --name NOM       qui parle, une fois par FICHIER dans leur ordre (par défaut : d’après les noms des fichiers)
  --offset TEMPS   début de chaque FICHIER, une fois par FICHIER (par défaut : tous commencent ensemble)
  --in-order       les fichiers se suivent : un seul enregistrement
  --title TITRE    titre du nouvel enregistrement
  --transcribe     puis le transcrire, toutes pistes comprises

Les enregistrements réunis sont conservés dans la bibliothèque ; les fichiers restent tels quels.
`,
    },
  },
  run: async (call) => {
    const { runAdd } = await import('./add/run-add.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runAdd(studio, call.terminal, call.invocation, signal)),
    )
  },
}
