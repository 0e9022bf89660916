import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const cutVerb: Verb = {
  name: 'cut',
  options: {
    from: 'value',
    to: 'value',
    fillers: 'switch',
    pauses: 'value',
    none: 'switch',
    'check-joins': 'switch',
    'dry-run': 'switch',
  },
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'cut words out of a recording’s sound; the file stays as it is',
      text: `Usage: parolo cut RECORDING [--from T --to T] [--fillers] [--pauses 1.2=0.6] [--none] [--dry-run]
       parolo cut RECORDING --check-joins

Cut words, and their sound with them. The recording’s file and the transcript are never changed. You can restore what is cut, here or on the page; parolo export RECORDING --cut writes what is kept. Earlier cuts stay. Without an option, the command says how much is kept. RECORDING is an ID (or its beginning), a title or a file.

  --from T --to T  cut the words said wholly between two times of the whole recording (12:34 or 1:02:03.5); where nothing is said, cut the time itself
  --fillers  cut the fillers that the speech model wrote
  --pauses X=Y  shorten pauses longer than X seconds to Y seconds
  --none  restore everything first; the other options then cut anew
  --check-joins  then recognize the sound around each join again, each only once, and list where a kept word may be clipped or a cut one can still be heard
  --dry-run  only say what would be kept
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'couper des mots dans le son d’un enregistrement\u202F; le fichier reste tel quel',
      text: `Usage\u00A0: parolo cut ENREGISTREMENT [--from T --to T] [--fillers] [--pauses 1.2=0.6] [--none] [--dry-run]
        parolo cut ENREGISTREMENT --check-joins

Cette commande coupe des mots, et leur son avec eux. Le fichier de l’enregistrement et la transcription ne changent jamais. Ce qui est coupé peut être rétabli, ici ou sur la page\u202F; parolo export ENREGISTREMENT --cut écrit ce qui est gardé. Les coupes précédentes restent. Sans option, la commande indique ce qui est gardé. ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier.

  --from T --to T  couper les mots dits entièrement entre deux temps de l’enregistrement entier (12:34 ou 1:02:03,5)\u202F; là où personne ne parle, couper ce temps lui-même
  --fillers  couper les hésitations que le modèle a écrites
  --pauses X=Y  ramener à Y secondes les pauses de plus de X secondes
  --none  tout rétablir d’abord\u202F; les autres options coupent ensuite à nouveau
  --check-joins  ensuite, reconnaître de nouveau le son autour de chaque raccord, une seule fois, et indiquer où un mot gardé est peut-être entamé et où un mot coupé s’entend encore
  --dry-run  seulement dire ce qui serait gardé
`,
    },
  },
  run: async (call) => {
    const { runCut } = await import('./cut/run-cut.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runCut(studio, call.terminal, call.invocation, signal)),
    )
  },
}
