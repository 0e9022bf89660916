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

Moves the library, with everything in its folder, to FOLDER, which is new or empty, also on another disk. It is compared there before the
former folder is emptied; a note in that one lets every program find the library from then on. Close other windows and programs of
Parolo first. Recordings outside the library's folder stay where they are.

Exit codes: 0 moved, 1 failed (the library is as before), 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'DOSSIER',
      purpose: 'déplacer la bibliothèque vers un autre dossier ou disque',
      text: `Usage : parolo move DOSSIER

Déplace la bibliothèque, avec tout ce que contient son dossier, vers DOSSIER, nouveau ou vide, même sur un autre disque. Elle y est
comparée avant que l’ancien dossier ne soit vidé ; une note y permet à tous les programmes de trouver la bibliothèque. Fermez d’abord
les autres fenêtres et programmes Parolo. Les enregistrements hors du dossier de la bibliothèque restent où ils sont.

Codes de sortie : 0 déplacée, 1 échec (la bibliothèque est comme avant), 2 utilisation incorrecte, 130 interrompu.
`,
    },
  },
  run: async ({ dataFolder, terminal, invocation }) => {
    const { runMove } = await import('./move/run-move.ts')
    return interruptible((signal) => runMove(dataFolder, terminal, invocation, signal))
  },
}
