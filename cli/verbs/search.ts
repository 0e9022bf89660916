import type { Verb } from './verb.ts'

export const searchVerb: Verb = {
  name: 'search',
  options: { data: 'values' },
  help: {
    en: {
      arguments: 'WORDS',
      purpose: 'search words, titles and speakers in the library',
      text: `Usage: parolo search WORDS [--data DIR]…

Find all the WORDS in paragraphs, and in titles, tags and dates of recordings. A speaker’s name finds what that speaker says. Words in quotes ('"old workshop"') are found only where they follow one another. Each result has the recording, the time and the speaker.

The libraries listed by parolo libraries are searched too; with several --data, only those. With several libraries, the best results of each come first, and each line begins with its library. A library that cannot be searched is reported, and the exit code is 1.
`,
    },
    fr: {
      arguments: 'MOTS',
      purpose: 'rechercher des mots, des titres et des voix dans la bibliothèque',
      text: `Usage\u00A0: parolo search MOTS [--data DOSSIER]…

Cette commande recherche tous les MOTS dans les paragraphes, et dans les titres, étiquettes et dates des enregistrements. Le nom d’une voix trouve ce qu’elle dit. Des mots entre guillemets ('"vieil atelier"') ne sont trouvés que là où ils se suivent. Chaque résultat donne l’enregistrement, le temps et la voix.

La recherche porte aussi sur les bibliothèques listées par parolo libraries\u202F; avec plusieurs --data, seulement sur celles-là. Avec plusieurs bibliothèques, les meilleurs résultats de chacune viennent d’abord, et chaque ligne commence par sa bibliothèque. Une bibliothèque illisible est signalée, et le code de sortie est 1.
`,
    },
  },
  run: async (call) => {
    const { runSearch } = await import('./search/run-search.ts')
    return runSearch(call)
  },
}
