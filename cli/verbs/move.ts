import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const moveVerb: Verb = {
  name: 'move',
  options: {},
  help: {
    en: {
      arguments: 'FOLDER',
      purpose: 'move the library to another folder or disk',
      text: `Usage: parolo move FOLDER

Move the library, with everything in its folder, to FOLDER, which is new or empty. It may be on another disk. The copy is compared before the old folder is emptied. A note in the old folder lets every program find the library from then on. First close other windows and programs of Parolo. Recordings outside the library’s folder stay where they are.

Exit codes: 0 moved, 1 failed (the library is as before), 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'DOSSIER',
      purpose: 'déplacer la bibliothèque vers un autre dossier ou disque',
      text: `Usage\u00A0: parolo move DOSSIER

Cette commande déplace la bibliothèque, avec tout ce que contient son dossier, vers DOSSIER, nouveau ou vide. Il peut être sur un autre disque. La copie est comparée avant que l’ancien dossier ne soit vidé. Une note dans l’ancien dossier permet ensuite à tous les programmes de trouver la bibliothèque. Fermez d’abord les autres fenêtres et programmes Parolo. Les enregistrements hors du dossier de la bibliothèque restent où ils sont.

Codes de sortie\u00A0: 0 déplacée, 1 échec (la bibliothèque est comme avant), 2 utilisation incorrecte, 130 interruption.
`,
    },
  },
  run: async ({ dataFolder, terminal, invocation }) => {
    const { runMove } = await import('./move/run-move.ts')
    return interruptible((signal) => runMove(dataFolder, terminal, invocation, signal))
  },
}
