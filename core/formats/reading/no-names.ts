/** Words that begin a sentence or a remark before a colon, and are no names, in English and French. */
const openingWords = new Set(
  (
    'note notes nota nb ps warning caution example reminder update hint tip spoiler ' +
    'well so now ok okay yes no yeah right look listen see remember wait imagine guess think ' +
    'first firstly second secondly third thirdly fourth fifth then next last lastly finally also again ' +
    'but and or because still however therefore anyway actually basically honestly seriously meaning ' +
    'here there this that these those today tomorrow yesterday meanwhile result conclusion fact ' +
    'remarque remarques attention exemple rappel conseil astuce avertissement ' +
    'bon bien bref donc alors voilà voici oui non ouais regarde regardez écoute écoutez tiens tenez ' +
    'attends attendez imagine imaginez rappelle rappelez premièrement deuxièmement troisièmement ' +
    'premier deuxième troisième dernier ensuite puis enfin finalement aussi encore d’abord ' +
    'mais et ou car parce pourtant cependant sinon résultat conclusion ici là ceci cela ça ' +
    'aujourd’hui demain hier soit évidemment franchement'
  ).split(' '),
)

/** Words before a number that say where or when, not who, in English and French. */
const placeWords = new Set(
  (
    'step chapter part section page point item rule tip day week month year lesson level scene act episode ' +
    'season round stage phase option figure table number no question fact reason unit exercise volume verse ' +
    'à en le dans vers dès depuis jusqu’à après avant pour avec sur ' +
    'étape chapitre partie section page point règle conseil jour semaine mois année leçon niveau scène acte ' +
    'épisode saison manche phase option figure tableau numéro question raison unité exercice tome verset'
  ).split(' '),
)

/** English ones that no name begins with. */
const prepositions = new Set('at in on by from until since after before around about for with of'.split(' '))

/** Whether what stands before a colon is known to be no name: `Well`, `Step 1`, `At 10`. */
export function isNoName(text: string): boolean {
  const [first = '', ...others] = text.normalize('NFC').toLowerCase().replaceAll("'", '’').split(' ')
  if (others.length === 0) return openingWords.has(first)
  return prepositions.has(first) || (placeWords.has(first) && /^\p{N}+$/u.test(others.at(-1) ?? ''))
}
