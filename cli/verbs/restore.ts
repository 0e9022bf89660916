import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const restoreVerb: Verb = {
  name: 'restore',
  options: { passphrase: 'switch', replace: 'switch' },
  help: {
    en: {
      arguments: 'FILE',
      purpose: 'make the library of a backup',
      text: `Usage: parolo restore FILE [--passphrase] [--replace]

Makes the library of a backup, in the folder of --data. Nothing is changed unless the whole FILE is proven. Close other
windows and programs of Parolo on that library first. Files that came along with --with-originals are kept by the library from then on.

  --passphrase   ask for the passphrase, or read it as a line of the standard input
  --replace      where the library is not empty: first move what is in it to its folder backups/replaced-N

Exit codes: 0 restored, 1 failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'FICHIER',
      purpose: 'refaire la bibliothèque d’une sauvegarde',
      text: `Usage : parolo restore FICHIER [--passphrase] [--replace]

Refait la bibliothèque d’une sauvegarde, dans le dossier de --data. Rien ne change tant que tout le FICHIER n’est pas vérifié. Fermez
d’abord les autres fenêtres et programmes Parolo sur cette bibliothèque. La bibliothèque garde désormais les fichiers venus avec --with-originals.

  --passphrase   demander la phrase secrète, ou la lire comme une ligne de l’entrée standard
  --replace      si la bibliothèque n’est pas vide : déplacer d’abord ce qu’elle contient dans son dossier backups/replaced-N

Codes de sortie : 0 restauré, 1 échec, 2 utilisation incorrecte, 130 interrompu.
`,
    },
  },
  run: async ({ dataFolder, terminal, invocation }) => {
    const { runRestore } = await import('./restore/run-restore.ts')
    return interruptible((signal) => runRestore(dataFolder, terminal, invocation, signal))
  },
}
