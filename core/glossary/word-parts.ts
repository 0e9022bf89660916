/**
 * A word of a transcript: the part that belongs to a name, and the parts around it that stay when the name is
 * corrected.
 */
export interface WordParts {
  /** Opening punctuation, and in French an elided article or pronoun. */
  readonly lead: string
  readonly core: string
  /** Closing punctuation, and in English the possessive ending. */
  readonly tail: string
}

const FRENCH = /^([^\p{L}\p{N}]*(?:(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’])?)(.*?)([^\p{L}\p{N}]*)$/isu
const ENGLISH = /^([^\p{L}\p{N}]*)(.*?)((?:['’]s)?[^\p{L}\p{N}]*)$/isu
const OTHERS = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/isu

export function wordParts(text: string, language: string): WordParts {
  const pattern = language === 'fr' ? FRENCH : language === 'en' ? ENGLISH : OTHERS
  const [, lead = '', core = '', tail = ''] = pattern.exec(text) ?? []
  return core === '' ? { lead: '', core: text, tail: '' } : { lead, core, tail }
}

/**
 * The text of some words with a term in their place; what precedes the first and follows the last stays.
 * @param texts at least one
 */
export function correctedText(texts: readonly string[], term: string, language: string): string {
  const { lead } = wordParts(texts[0] ?? '', language)
  const { tail } = wordParts(texts.at(-1) ?? '', language)
  // A term may begin with what looks like an elision: "d'Artagnan".
  const isInTerm = lead !== '' && term.toLowerCase().startsWith(lead.toLowerCase().replaceAll('’', "'"))
  return (isInTerm ? '' : lead) + term + tail
}
