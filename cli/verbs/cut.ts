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
    'dry-run': 'switch',
  },
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'cut words out of a recording’s sound; the file stays as it is',
      text: `Usage: parolo cut RECORDING [--from T --to T] [--fillers] [--pauses 1.2=0.6] [--none] [--dry-run]

Cuts words, and with them their sound. The recording’s file and the transcript are never changed: what is cut can be
restored here or on the page, and \`parolo export RECORDING --cut\` writes what is kept. Earlier cuts stay. Without
an option, says how much is kept. RECORDING is an ID (or its beginning), a title or a file.

  --from T --to T    the words that are said wholly between two times of the whole recording (12:34 or 1:02:03.5); where
                     nothing is said, the time itself
  --fillers          the fillers that the recognizer wrote
  --pauses X=Y       of pauses longer than X seconds, all but Y seconds
  --none             restore everything; the other options then cut anew
  --dry-run          only say what would be kept
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'couper des mots dans le son d’un enregistrement ; le fichier reste tel quel',
      text: `Usage : parolo cut ENREGISTREMENT [--from T --to T] [--fillers] [--pauses 1.2=0.6] [--none] [--dry-run]

Coupe des mots, et leur son avec eux. Le fichier de l’enregistrement et la transcription ne changent jamais : ce qui est
coupé peut être rétabli ici ou sur la page, et \`parolo export ENREGISTREMENT --cut\` écrit ce qui est gardé. Les coupes
précédentes restent. Sans option, indique ce qui est gardé. ENREGISTREMENT : un identifiant (ou son début), un titre ou un
fichier.

  --from T --to T    les mots dits entièrement entre deux temps de l’enregistrement entier (12:34 ou 1:02:03.5) ; là où
                     personne ne parle, ce temps lui-même
  --fillers          les hésitations que la reconnaissance a écrites
  --pauses X=Y       des pauses de plus de X secondes, tout sauf Y secondes
  --none             tout rétablir ; les autres options coupent ensuite à nouveau
  --dry-run          seulement dire ce qui serait gardé
`,
    },
  },
  run: async (call) => {
    const { runCut } = await import('./cut/run-cut.ts')
    return withLibrary(call, (studio) => interruptible(() => runCut(studio, call.terminal, call.invocation)))
  },
}
