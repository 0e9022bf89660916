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

Recognize a recording of the library again and list where the texts differ. Each line has time, present words, new words, and whether you wrote or checked the present ones; what is heard in redacted sound is not shown. The transcript is not changed. On the page, the list is in Details, Second opinions.

  --model ID  speech model (list: parolo models list; default: that of the transcript)
  --language auto|en|fr|…  spoken language (default: that of the transcript)
  --careful  two passes everywhere
  --from TIME, --to TIME  only this part: 75, 1:15, 1:15.5 or 1:02:03
  --writing  also list where only capitals and punctuation differ
  --accept  accept all new words, except where you wrote or checked the present ones; one undo takes it back
  --progress auto|bar|json|none  how progress is shown
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'reconnaître de nouveau un enregistrement et afficher où les textes diffèrent',
      text: `Usage\u00A0: parolo opinion ENREGISTREMENT [options]

Cette commande reconnaît de nouveau un enregistrement de la bibliothèque et affiche où les textes diffèrent. Chaque ligne donne le temps, les mots actuels, les nouveaux mots, et si vous avez écrit ou vérifié les mots actuels\u202F; ce qui est reconnu dans un passage occulté n’est pas affiché. La transcription n’est pas modifiée. Sur la page, cette liste est dans Détails, Seconds avis.

  --model ID  modèle de reconnaissance (liste\u00A0: parolo models list\u202F; par défaut\u00A0: celui de la transcription)
  --language auto|en|fr|…  langue parlée (par défaut\u00A0: celle de la transcription)
  --careful  deux passes partout
  --from TEMPS, --to TEMPS  seulement cette partie\u00A0: 75, 1:15, 1:15,5 ou 1:02:03
  --writing  afficher aussi où seules les majuscules et la ponctuation diffèrent
  --accept  accepter tous les nouveaux mots, sauf là où vous avez écrit ou vérifié les mots actuels\u202F; une seule annulation suffit à revenir en arrière
  --progress auto|bar|json|none  façon d’afficher la progression
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
