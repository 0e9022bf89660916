import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const restoreVerb: Verb = {
  name: 'restore',
  options: { passphrase: 'switch', replace: 'switch' },
  help: {
    en: {
      arguments: 'FILE',
      purpose: 'restore a library from a backup',
      text: `Usage: parolo restore FILE [--passphrase] [--replace]

Restore a library from a backup, in the folder of --data. Nothing is changed until the whole FILE is verified. First close other windows and programs of Parolo on that library. Files saved with --with-originals are then kept in the library.

  --passphrase  ask for the passphrase, or read it as one line from standard input
  --replace  if the library is not empty, first move what is in it to its folder backups/replaced-N

Exit codes: 0 restored, 1 failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'FICHIER',
      purpose: 'restaurer une bibliothèque à partir d’une sauvegarde',
      text: `Usage\u00A0: parolo restore FICHIER [--passphrase] [--replace]

Cette commande restaure une bibliothèque à partir d’une sauvegarde, dans le dossier de --data. Rien ne change tant que tout le FICHIER n’est pas vérifié. Fermez d’abord les autres fenêtres et programmes Parolo sur cette bibliothèque. Les fichiers sauvegardés avec --with-originals sont ensuite conservés dans la bibliothèque.

  --passphrase  demander la phrase secrète, ou la lire comme une ligne de l’entrée standard
  --replace  si la bibliothèque n’est pas vide, déplacer d’abord ce qu’elle contient dans son dossier backups/replaced-N

Codes de sortie\u00A0: 0 restauré, 1 échec, 2 utilisation incorrecte, 130 interruption.
`,
    },
  },
  run: async ({ dataFolder, terminal, invocation }) => {
    const { runRestore } = await import('./restore/run-restore.ts')
    return interruptible((signal) => runRestore(dataFolder, terminal, invocation, signal))
  },
}
