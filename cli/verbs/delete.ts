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

RECORDING is an ID (or its beginning), a title or a file. Deletes its transcripts, undo
history, search entries, stored results and prepared audio for good, and what backups in the library hold of it; a damaged
backup is deleted. A copy stored in the library is deleted too; a file outside the library is kept.
An interrupted deletion is finished the next time any program opens the library.

  --sound-only   delete the sound for good and keep the text, moments and minutes; only where the library alone has the
                 sound (recorded, uploaded or copied), and once there is a finished text
  --keep-backups leave the library's backups as they are
  --damaged-copies
                 delete damaged libraries that are kept in the folder backups; recordings cannot be deleted inside them, so
                 they may still hold what was deleted
  --yes          do not ask

At a terminal what goes is listed and you are asked first; elsewhere there is no question.
Exit codes: 0 deleted, 1 failed or not wanted, 2 incorrect usage.
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'supprimer un enregistrement de la bibliothèque',
      text: `Usage : parolo delete ENREGISTREMENT [--sound-only | --keep-backups] [--yes]
        parolo delete --damaged-copies [--yes]

ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier. Supprime définitivement ses
transcriptions, l’historique de ses modifications, son index de recherche, ses résultats stockés et l’audio préparé, ainsi
que ce qu’en contiennent les sauvegardes dans la bibliothèque ; une sauvegarde endommagée est supprimée. Une copie stockée
dans la bibliothèque est supprimée aussi ; un fichier hors de la bibliothèque est conservé.
Une suppression interrompue est terminée la prochaine fois qu’un programme ouvre la bibliothèque.

  --sound-only   supprimer définitivement le son et garder le texte, les moments et le compte rendu ; seulement si la
                 bibliothèque est seule à avoir le son (enregistré, envoyé ou copié) et si un texte est terminé
  --keep-backups laisser les sauvegardes de la bibliothèque telles quelles
  --damaged-copies
                 supprimer les bibliothèques endommagées conservées dans le dossier backups ; on ne peut pas y
                 supprimer d’enregistrement, et elles peuvent encore contenir ce qui a été supprimé
  --yes          ne rien demander

Dans un terminal, ce qui sera supprimé est listé et une confirmation est demandée ; ailleurs, aucune question.
Codes de sortie : 0 supprimé, 1 échec ou refus, 2 utilisation incorrecte.
`,
    },
  },
  run: async (call) => {
    const { runDelete } = await import('./delete/run-delete.ts')
    return withLibrary(call, (studio) => runDelete(studio, call.terminal, call.invocation))
  },
}
