import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const reviewVerb: Verb = {
  name: 'review',
  options: {
    sound: 'value',
    speaker: 'value',
    for: 'value',
    'page-language': 'value',
    out: 'value',
    overwrite: 'switch',
  },
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'make a page that a person without Parolo corrects and sends back',
      text: `Usage: parolo review RECORDING [options]

Write one HTML file that somebody without Parolo corrects and sends back. It has the text by speaker, the places to check and the sound, and opens in any browser without a connection. The person listens, corrects, comments, names voices, and sends back a small file; parolo corrections RECORDING FILE reads it. Redacted words and their sound are not in the page.

  --sound all|places|none  all of the sound (24 MB for 93 minutes), only the seconds around the places to check, or no sound (default: all)
  --speaker NAME  only what this person says, and only that sound
  --for PERSON  the name that the answer will have; the person can change it
  --page-language en|fr  language in which the page begins; it has both (default: that of the program)
  --out FILE  the file, or a folder for it (default: TITLE.html here)
  --overwrite  replace a file that this command did not create
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'créer une page qu’une personne sans Parolo corrige et renvoie',
      text: `Usage\u00A0: parolo review ENREGISTREMENT [options]

Cette commande écrit un fichier HTML qu’une personne sans Parolo corrige et renvoie. Il contient le texte par voix, les endroits à vérifier et le son, et s’ouvre dans tout navigateur, sans connexion. La personne écoute, corrige, commente, nomme les voix et renvoie un petit fichier\u202F; parolo corrections ENREGISTREMENT FICHIER le lit. Les mots occultés et leur son ne sont pas dans la page.

  --sound all|places|none  tout le son (24\u00A0Mo pour 93\u00A0minutes), seulement les secondes autour des endroits à vérifier, ou aucun son (par défaut\u00A0: all)
  --speaker NOM  seulement ce que dit cette personne, et seulement ce son
  --for PERSONNE  le nom que portera la réponse\u202F; la personne peut le changer
  --page-language en|fr  langue dans laquelle la page commence\u202F; elle a les deux (par défaut\u00A0: celle du programme)
  --out FICHIER  le fichier, ou un dossier pour lui (par défaut\u00A0: TITRE.html ici)
  --overwrite  remplacer un fichier que cette commande n’a pas créé
`,
    },
  },
  run: async (call) => {
    const { runReview } = await import('./review/run-review.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runReview(studio, call.terminal, call.invocation, signal)),
    )
  },
}
