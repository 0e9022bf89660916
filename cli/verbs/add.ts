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
       parolo add --together FILE FILE… [options]
       parolo add --in-order FILE FILE… [options]

Import recordings into the library without transcribing them. FILE may also be a transcript or captions in any format with times; the recording of the same name beside it is imported too. An open page shows them at once.

  --together  join files of one conversation, one file for each person (Zoom, Riverside, Craig), into a recording with a track for each
  --name NAME  who speaks, once for each FILE in their order (default: from the files’ names)
  --offset TIME  when each FILE begins, once for each FILE (default: all begin together)
  --in-order  join files that follow one another into one recording
  --title TITLE  title of the new recording
  --transcribe  then transcribe it, all its tracks

Joined recordings are kept in the library; the files stay as they are.
`,
    },
    fr: {
      arguments: 'FICHIER…',
      purpose:
        'importer des enregistrements dans la bibliothèque\u202F; une page ouverte les affiche aussitôt',
      text: `Usage\u00A0: parolo add FICHIER…
        parolo add --together FICHIER FICHIER… [options]
        parolo add --in-order FICHIER FICHIER… [options]

Cette commande importe des enregistrements dans la bibliothèque sans les transcrire. FICHIER peut aussi être une transcription ou des sous-titres de tout format qui a des temps\u202F; l’enregistrement du même nom, à côté, est importé aussi. Une page ouverte les affiche aussitôt.

  --together  réunir les fichiers d’une même conversation, un par personne (Zoom, Riverside, Craig), en un enregistrement avec une piste pour chacune
  --name NOM  qui parle, une fois par FICHIER dans leur ordre (par défaut\u00A0: d’après les noms des fichiers)
  --offset TEMPS  début de chaque FICHIER, une fois par FICHIER (par défaut\u00A0: tous commencent ensemble)
  --in-order  réunir en un seul enregistrement des fichiers qui se suivent
  --title TITRE  titre du nouvel enregistrement
  --transcribe  puis le transcrire, toutes pistes comprises

Les enregistrements réunis sont conservés dans la bibliothèque\u202F; les fichiers restent tels quels.
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
