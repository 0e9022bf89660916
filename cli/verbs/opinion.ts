import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const opinionVerb: Verb = {
  name: 'opinion',
  options: {
    language: 'value',
    model: 'value',
    from: 'value',
    to: 'value',
    careful: 'switch',
    writing: 'switch',
    accept: 'switch',
  },
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'recognize a recording again and list where the texts differ',
      text: `Usage: parolo opinion RECORDING [options]

Recognizes a recording of the library again and prints where the texts differ, a line each: time, present words, new
words, and whether you wrote or checked the present ones. The transcript is not changed. On the page they are in Details,
Second opinions.

  --model ID              speech model (see: parolo models list; default: that of the transcript)
  --language auto|en|fr|…   spoken language (default: that of the transcript)
  --careful               two passes everywhere
  --from TIME, --to TIME  only this part: 75, 1:15, 1:15.5 or 1:02:03
  --writing               also where only capitals and punctuation differ
  --accept                accept all new words, except where you wrote or checked the present ones; one step of undo
  --progress auto|bar|json|none
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'reconnaître de nouveau un enregistrement, afficher où les textes diffèrent',
      text: `Usage : parolo opinion ENREGISTREMENT [options]

Reconnaît de nouveau un enregistrement de la bibliothèque et affiche où les textes diffèrent, une ligne par différence :
temps, mots actuels, nouveaux mots, et si vous avez écrit ou vérifié les mots actuels. La transcription n’est pas modifiée.
Sur la page, ces textes sont dans Détails, Seconds avis.

  --model ID              modèle de reconnaissance (voir : parolo models list ; par défaut : celui de la transcription)
  --language auto|en|fr|…   langue parlée (par défaut : celle de la transcription)
  --careful               deux passes partout
  --from TEMPS, --to TEMPS   seulement cette partie : 75, 1:15, 1:15.5 ou 1:02:03
  --writing               aussi là où seules les majuscules et la ponctuation diffèrent
  --accept                accepter tous les nouveaux mots, sauf là où vous avez écrit ou vérifié les mots actuels ; une
                          seule étape à annuler
  --progress auto|bar|json|none
`,
    },
  },
  run: async (call) => {
    const { planOpinion, runOpinion } = await import('./opinion/run-opinion.ts')
    const plan = planOpinion(call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runOpinion(studio, call.terminal, plan, signal)),
    )
  },
}
