import { withLibrary } from '../library/with-library.ts'
import type { Verb } from './verb.ts'

export const librariesVerb: Verb = {
  name: 'libraries',
  options: {},
  help: {
    en: {
      arguments: 'list|add FOLDER|remove FOLDER',
      purpose: 'other libraries that are searched together with this one',
      text: `Usage: parolo libraries list
       parolo libraries add FOLDER…
       parolo libraries remove FOLDER…

Which other libraries are searched together with this one, by \`parolo search\` and by the search of its pages. They are
only read: a search neither updates nor repairs them.

  list     their folders, one per line
  add      FOLDER holds the library.db of another library
  remove   no longer search it; nothing in it is deleted
`,
    },
    fr: {
      arguments: 'list|add DOSSIER|remove DOSSIER',
      purpose: 'autres bibliothèques sur lesquelles porte aussi la recherche',
      text: `Usage : parolo libraries list
        parolo libraries add DOSSIER…
        parolo libraries remove DOSSIER…

Les autres bibliothèques sur lesquelles porte aussi la recherche, celle de \`parolo search\` et celle des pages. Elles sont
seulement lues : une recherche ne met à jour ni ne répare aucune bibliothèque.

  list     leurs dossiers, un par ligne
  add      DOSSIER contient le fichier library.db d’une autre bibliothèque
  remove   ne plus y chercher ; rien n’y est supprimé
`,
    },
  },
  run: async (call) => {
    const { runLibraries } = await import('./libraries/run-libraries.ts')
    return withLibrary(call, (studio) => runLibraries(studio, call.terminal, call.invocation))
  },
}
