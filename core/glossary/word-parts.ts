/** A word of a transcript: what belongs to a name, and what stands around it and stays when the name is corrected. */
export interface WordParts {
  /** Opening marks, and in French an elided article or pronoun. */
  readonly lead: string
  readonly core: string
  /** Punctuation, and in English the ending of a possessive. */
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
 * The text of some words with a term in their place: what stands before the first and after the last one stays.
 * @param texts at least one
 */
export function correctedText(texts: readonly string[], term: string, language: string): string {
  const { lead } = wordParts(texts[0] ?? '', language)
  const { tail } = wordParts(texts.at(-1) ?? '', language)
  // A term may begin with what counts as elided: "d'Artagnan".
  const isInTerm = lead !== '' && term.toLowerCase().startsWith(lead.toLowerCase().replaceAll('’', "'"))
  return (isInTerm ? '' : lead) + term + tail
}
