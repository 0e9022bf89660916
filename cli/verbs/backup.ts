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

Save the library to one new file: its database, the recordings in it, recordings that are being made, and texts to align. Prepared audio and models are left out; they can be made or downloaded again. Each block of the file has a checksum, so that restore detects what was cut off or changed.

  --passphrase  encrypt the backup (AES-256, key by scrypt). The command asks for the passphrase, or reads it as one line from standard input. Without the passphrase nobody can read the backup
  --with-originals  include the files outside the library that its recordings refer to

Exit codes: 0 saved, 1 failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'FICHIER',
      purpose: 'sauvegarder la bibliothèque dans un seul fichier',
      text: `Usage\u00A0: parolo backup FICHIER [--passphrase] [--with-originals]

Cette commande sauvegarde la bibliothèque dans un nouveau fichier\u00A0: sa base de données, les enregistrements qu’elle contient, ceux qui sont en cours, et les textes à aligner. L’audio préparé et les modèles n’y sont pas\u00A0: ils peuvent être refaits ou téléchargés de nouveau. Chaque bloc du fichier a une somme de contrôle\u00A0: restore remarque ainsi ce qui a été coupé ou modifié.

  --passphrase  chiffrer la sauvegarde (AES-256, clé par scrypt). La commande demande la phrase secrète, ou la lit comme une ligne de l’entrée standard. Sans elle, personne ne peut lire la sauvegarde
  --with-originals  inclure les fichiers hors de la bibliothèque auxquels ses enregistrements renvoient

Codes de sortie\u00A0: 0 sauvegardé, 1 échec, 2 utilisation incorrecte, 130 interruption.
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
