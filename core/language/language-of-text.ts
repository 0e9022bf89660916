/** Words that are frequent in one language and rare in the others of the list. */
const frequent: Readonly<Record<string, readonly string[]>> = {
  en: 'the and of to is that it you was for are with they this have not what but from'.split(' '),
  fr: 'le les des est et une dans pour que qui pas vous sur nous ce il elle mais avec du au'.split(' '),
  de: 'der die und das ist nicht ich ein eine mit den zu wir sie auf auch dem wie'.split(' '),
  es: 'el los las y que una es por con para se del como pero más lo muy está'.split(' '),
  it: 'il che di è una per non sono della con gli anche ma più del questo ho'.split(' '),
  pt: 'o os que não uma é por com para se da do como mas mais ele você foi'.split(' '),
  nl: 'de het een en van is dat niet ik je op voor met zijn maar ook aan wat'.split(' '),
}

/** Scripts used by one language only, or mostly. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['el', /\p{Script=Greek}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['th', /\p{Script=Thai}/u],
]

/** Number of words examined. */
const PROBE = 5_000
/** A language is detected from at least this many of its words, and half as many again as of any other. */
const FEWEST = 2
const LEAD = 1.5

/** The language (ISO 639-1) of words, detected by frequent words or by script; null if undecided. */
export function languageOfText(words: readonly string[]): string | null {
  const probed = words.slice(0, PROBE).map((word) => word.toLowerCase().replaceAll(/[^\p{L}\p{M}]/gu, ''))
  const script = scripts.find(([, letters]) => {
    const count = probed.filter((word) => letters.test(word)).length
    return count > probed.length / 5
  })
  if (script !== undefined) return script[0]
  const scores = Object.entries(frequent)
    .map(([language, own]) => ({ language, score: probed.filter((word) => own.includes(word)).length }))
    .toSorted((a, b) => b.score - a.score)
  const [best, next] = scores
  if (best === undefined || next === undefined || best.score < FEWEST) return null
  return best.score >= next.score * LEAD ? best.language : null
}
