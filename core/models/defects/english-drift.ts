import { comparableWords } from '../../words/comparable.ts'

/**
 * Function words of English that are not common words in other languages with Latin script; those spelled
 * alike elsewhere are in `shared`.
 */
const english = new Set(
  `the and of to you that is was are were it he she they we this with for from have has had not but what there
  would could should will can about because which who when where why how been being your our their them then than
  just know like think really very some any all out into over these those only also if or so do does did don't
  doesn't didn't it's i'm i've i'll that's there's they're we're you're isn't wasn't can't won't`.split(
    /\s+/u,
  ),
)

/** English function words with the same spelling in other languages. */
const shared: Readonly<Partial<Record<string, readonly string[]>>> = {
  fr: ['or', 'if', 'but', 'tout', 'on', 'me', 'are', 'were', 'do', 'just', 'all'],
  de: ['was', 'will', 'so', 'also', 'an', 'all', 'do', 'hat', 'not', 'then'],
  nl: [
    'of',
    'is',
    'was',
    'we',
    'had',
    'over',
    'like',
    'dat',
    'want',
    'does',
    'ie',
    'then',
    'to',
    'so',
    'do',
    'all',
  ],
  es: ['he', 'has', 'do', 'son', 'of', 'if', 'so', 'to', 'all'],
  it: ['do', 'so', 'of', 'all', 'if', 'to'],
  pt: ['do', 'so', 'of', 'to', 'all', 'if'],
  sv: ['for', 'all', 'do', 'if', 'to', 'so', 'then', 'of', 'over'],
  da: ['for', 'is', 'of', 'all', 'do', 'to', 'so', 'over', 'have', 'has'],
  no: ['for', 'is', 'all', 'do', 'to', 'so', 'over', 'have', 'of'],
  pl: ['to', 'on', 'do', 'my', 'by', 'we', 'of', 'so'],
  cs: ['to', 'on', 'do', 'by', 'my', 'so', 'of'],
  sk: ['to', 'on', 'do', 'by', 'my', 'so', 'of'],
  sl: ['to', 'on', 'do', 'so', 'of'],
  hr: ['to', 'on', 'do', 'so', 'of'],
  fi: ['he', 'on', 'so', 'of'],
  et: ['on', 'of', 'so', 'to'],
  hu: ['is', 'had', 'are', 'to', 'of'],
  lv: ['to', 'so', 'of'],
  lt: ['to', 'so', 'of'],
  ro: ['are', 'of', 'so', 'to', 'if', 'do'],
  mt: ['is', 'it', 'to', 'of', 'so', 'do', 'if'],
}

/** Number of consecutive words in which function words are counted. */
const WINDOW = 8
/** This many of them are more than the quotation of a title: English text has one in two. */
const MOST = 4
/** Fewer distinct ones are a name or a loop. */
const MIN_DIFFERENT = 3

/**
 * Whether a text in `language` has a run of English function words: Parakeet v3 drifts into English-like
 * words for spontaneous speech in other languages, and its language cannot be set. False for English and for
 * an unknown language.
 */
export function driftsToEnglish(text: string, language: string): boolean {
  if (language === 'en' || language === 'und') return false
  const own = new Set(shared[language])
  const words = comparableWords(text)
  const isEnglish = words.map((word) => english.has(word) && !own.has(word))
  for (let start = 0; start + MOST <= words.length; start++) {
    const run = words.slice(start, start + WINDOW).filter((_, at) => isEnglish[start + at])
    if (run.length >= MOST && new Set(run).size >= MIN_DIFFERENT) return true
  }
  return false
}
