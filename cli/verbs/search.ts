import type { Verb } from './verb.ts'

export const searchVerb: Verb = {
  name: 'search',
  options: { data: 'values' },
  help: {
    en: {
      arguments: 'WORDS',
      purpose: 'search words, titles and speakers in the library',
      text: `Usage: parolo search WORDS [--data DIR]…

Finds all the words in paragraphs, in recordings’ titles, tags and dates, and the paragraphs of speakers with that name;
of words in quotes ('"old workshop"') only those that follow one another.
Shows recording, time and speaker. The libraries listed by \`parolo libraries\` are searched too; with --data several times
only those named. With several libraries, the best results of each come first, and each line begins with its library.
One that cannot be searched is reported, and the exit code is 1.
`,
    },
    fr: {
      arguments: 'MOTS',
      purpose: 'rechercher des mots, des titres et des voix',
      text: `Usage : parolo search MOTS [--data DOSSIER]…

Recherche tous les mots dans les paragraphes, dans le titre, les étiquettes et la date des enregistrements, ainsi que les
paragraphes des voix de ce nom ; des mots entre guillemets ('"vieil atelier"'), seulement ceux qui se suivent.
Affiche l’enregistrement, le temps et la voix.
La recherche porte aussi sur les bibliothèques listées par \`parolo libraries\` ; avec plusieurs --data, seulement sur celles
qui sont nommées. Les meilleurs résultats de chacune viennent d’abord, et chaque ligne commence par sa bibliothèque. Celle qui
ne peut pas être lue est signalée, et le code de sortie est 1.
`,
    },
  },
  run: async (call) => {
    const { runSearch } = await import('./search/run-search.ts')
    return runSearch(call)
  },
}
