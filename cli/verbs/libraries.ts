import { withLibrary } from '../library/with-library.ts'
import type { Verb } from './verb.ts'

export const librariesVerb: Verb = {
  name: 'libraries',
  options: {},
  help: {
    en: {
      arguments: 'list|add FOLDER|remove FOLDER',
      purpose: 'choose other libraries that are searched together with this one',
      text: `Usage: parolo libraries list
       parolo libraries add FOLDER…
       parolo libraries remove FOLDER…

Choose other libraries that are searched together with this one, by parolo search and on the page. They are only read: a search neither updates nor repairs them.

  list  list their folders, one per line
  add  add a library; FOLDER holds its library.db
  remove  stop searching it; nothing in it is deleted
`,
    },
    fr: {
      arguments: 'list|add DOSSIER|remove DOSSIER',
      purpose: 'choisir d’autres bibliothèques sur lesquelles porte aussi la recherche',
      text: `Usage\u00A0: parolo libraries list
        parolo libraries add DOSSIER…
        parolo libraries remove DOSSIER…

Cette commande choisit d’autres bibliothèques sur lesquelles porte aussi la recherche, avec parolo search et sur la page. Elles sont seulement lues\u00A0: une recherche ne les met pas à jour et ne les répare pas.

  list  afficher leurs dossiers, un par ligne
  add  ajouter une bibliothèque\u202F; DOSSIER contient son fichier library.db
  remove  ne plus y chercher\u202F; rien n’y est supprimé
`,
    },
  },
  run: async (call) => {
    const { runLibraries } = await import('./libraries/run-libraries.ts')
    return withLibrary(call, (studio) => runLibraries(studio, call.terminal, call.invocation))
  },
}
