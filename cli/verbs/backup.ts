import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const backupVerb: Verb = {
  name: 'backup',
  options: { passphrase: 'switch', 'with-originals': 'switch' },
  help: {
    en: {
      arguments: 'FILE',
      purpose: 'save the library to one file',
      text: `Usage: parolo backup FILE [--passphrase] [--with-originals]

Saves the library to one new file: its database, the recordings that it keeps, those that are being made, and texts to align.
Prepared audio and models are left out, as they can be made or downloaded again. Every block of the file is proven, so that
restore finds whatever was cut or changed.

  --passphrase       encrypt it (AES-256, key by scrypt); the passphrase is asked for, or read as a line of the standard
                     input. Without the passphrase nobody can read the backup.
  --with-originals   also the files outside the library that its recordings refer to

Exit codes: 0 saved, 1 failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'FICHIER',
      purpose: 'sauvegarder la bibliothèque dans un seul fichier',
      text: `Usage : parolo backup FICHIER [--passphrase] [--with-originals]

Sauvegarde la bibliothèque dans un nouveau fichier : sa base de données, les enregistrements qu’elle garde, ceux qui sont en
cours, et les textes à aligner. L’audio préparé et les modèles n’y sont pas : ils peuvent être refaits ou téléchargés de nouveau.
Chaque bloc du fichier porte sa preuve, si bien que restore remarque tout ce qui a été coupé ou modifié.

  --passphrase       chiffrer (AES-256, clé par scrypt) ; la phrase secrète est demandée, ou lue comme une ligne de
                     l’entrée standard. Sans elle, personne ne peut lire la sauvegarde.
  --with-originals   aussi les fichiers hors de la bibliothèque auxquels ses enregistrements renvoient

Codes de sortie : 0 sauvegardé, 1 échec, 2 utilisation incorrecte, 130 interrompu.
`,
    },
  },
  run: async (call) => {
    const { planBackup, runBackup } = await import('./backup/run-backup.ts')
    const plan = await planBackup(call.terminal, call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runBackup(studio, call.terminal, plan, signal)),
    )
  },
}
