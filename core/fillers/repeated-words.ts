/**
 * Words that speakers repeat while searching for the next one (Shriberg 1994: repetitions are mostly of
 * function words). Omitted are those that can occur twice in a row in a sentence: "that that", "had had",
 * "came in in May", "nous nous", "en en parlant", "ça, ça marche".
 */
const stutters: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'i we he she they it the a an my our their his this these those and but or if because to of at for with from as how where when while whether'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'je tu il ils on le la les un une des du de au aux à dans sur pour par avec sans et mais ou où que qui quand parce ce cette ces mon ma mes ton ta tes son sa ses notre votre leur leurs donc car'.split(
      ' ',
    ),
  ),
}

/** Words that can begin a restarted clause: "we went, we went home", "il y a, il y a des gens". */
const starters: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'i you we he she they it this there the a an my our their his if when because what how'.split(' '),
  ),
  fr: new Set(
    'je tu il elle on nous vous ils elles ce ça le la les un une des mon ma mes son sa ses si quand parce'.split(
      ' ',
    ),
  ),
}

/** Text before the apostrophe in a word that counts as its first part: "I'm", "c'est". */
const heads: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['i', 'we', 'he', 'she', 'they', 'it', 'you', 'there', 'that']),
  fr: new Set(['j', 'c', 'l', 'n', 'm', 't', 's', 'qu']),
}

/** Whether an immediate repetition of this word is a stutter. @param word as returned by `bareWord` */
export const isStutterWord = (word: string, language: string): boolean =>
  stutters[language]?.has(word) === true || hasHead(word, language)

/** Whether words repeated from here may be a false start. @param word as returned by `bareWord` */
export const isStarter = (word: string, language: string): boolean =>
  starters[language]?.has(word) === true || hasHead(word, language)

function hasHead(word: string, language: string): boolean {
  const [head = '', tail] = word.split("'")
  return tail !== undefined && tail !== '' && heads[language]?.has(head) === true
}
