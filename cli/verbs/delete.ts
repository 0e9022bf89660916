import { withLibrary } from '../library/with-library.ts'
import type { Verb } from './verb.ts'

export const deleteVerb: Verb = {
  name: 'delete',
  options: {
    'damaged-copies': 'switch',
    'keep-backups': 'switch',
    'sound-only': 'switch',
    yes: 'switch',
  },
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'delete a recording from the library',
      text: `Usage: parolo delete RECORDING [--sound-only | --keep-backups] [--yes]
       parolo delete --damaged-copies [--yes]

Delete a recording for good: its transcripts, undo history, search entries, stored results and prepared audio. RECORDING is an ID (or its beginning), a title or a file. A copy of the file in the library is deleted too; a file outside the library is kept.

What the library’s own backups hold of the recording is deleted with it, and a damaged backup is deleted as a whole. An interrupted deletion is finished the next time any program opens the library. At a terminal, the command lists what goes and asks first; elsewhere it does not ask.

  --sound-only  delete the sound for good and keep the text, moments and minutes. This needs a finished text, and sound that only the library has (recorded, uploaded or copied)
  --keep-backups  leave the library’s backups as they are
  --damaged-copies  delete damaged libraries that are kept in the folder backups. Recordings cannot be deleted inside them, so they may still hold what was deleted
  --yes  do not ask

Exit codes: 0 deleted, 1 failed or declined, 2 incorrect usage.
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'supprimer un enregistrement de la bibliothèque',
      text: `Usage\u00A0: parolo delete ENREGISTREMENT [--sound-only | --keep-backups] [--yes]
        parolo delete --damaged-copies [--yes]

Cette commande supprime définitivement un enregistrement\u00A0: ses transcriptions, l’historique de ses modifications, son index de recherche, ses résultats stockés et l’audio préparé. ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier. Une copie du fichier dans la bibliothèque est supprimée aussi\u202F; un fichier hors de la bibliothèque est conservé.

Ce qu’en contiennent les sauvegardes de la bibliothèque est supprimé avec lui, et une sauvegarde endommagée est supprimée entièrement. Une suppression interrompue se termine la prochaine fois qu’un programme ouvre la bibliothèque. Dans un terminal, la commande liste ce qui sera supprimé et demande confirmation\u202F; ailleurs, elle ne demande rien.

  --sound-only  supprimer définitivement le son et garder le texte, les moments et le compte rendu. Il faut un texte terminé, et un son que seule la bibliothèque possède (enregistré, envoyé ou copié)
  --keep-backups  laisser les sauvegardes de la bibliothèque telles quelles
  --damaged-copies  supprimer les bibliothèques endommagées conservées dans le dossier backups. On ne peut pas y supprimer d’enregistrement\u00A0: elles peuvent encore contenir ce qui a été supprimé
  --yes  ne rien demander

Codes de sortie\u00A0: 0 supprimé, 1 échec ou refus, 2 utilisation incorrecte.
`,
    },
  },
  run: async (call) => {
    const { runDelete } = await import('./delete/run-delete.ts')
    return withLibrary(call, (studio) => runDelete(studio, call.terminal, call.invocation))
  },
}
