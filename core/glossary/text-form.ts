import {
  foldedWords,
  MAX_TERM_LENGTH,
  mergeTerms,
  MAX_TERM_WORDS,
  MAX_TERMS,
  MAX_VARIANTS,
  type Term,
  termKey,
} from './term.ts'

/** Why a line is not a term. */
export type LineProblem = 'no-term' | 'no-word' | 'too-long' | 'too-many-variants' | 'too-many-terms'

export interface BadLine {
  /** From 1. */
  readonly line: number
  readonly text: string
  readonly problem: LineProblem
}

export interface ParsedTerms {
  /** Equal terms are merged. */
  readonly terms: readonly Term[]
  /** Lines that were skipped, in order. */
  readonly badLines: readonly BadLine[]
}

const LANGUAGE = /\s*\[([a-z]{2,3})\]\s*$/u
const BULLET = /^[-*•–]\s+/u

/**
 * Terms in a text, one per line: `term`, `term = sounds like, sounds like`, `term / other form [fr] = sounds
 * like`. Empty lines and those that begin with `#` are ignored, as are the bullets of a list.
 */
export function parseTerms(text: string): ParsedTerms {
  const terms: Term[] = []
  const badLines: BadLine[] = []
  const keys = new Set<string>()
  for (const [index, raw] of text
    .replace(/^\u{FEFF}/u, '')
    .split(/\r\n|\r|\n/u)
    .entries()) {
    const line = raw.normalize('NFC').trim()
    if (line === '' || line.startsWith('#')) continue
    const parsed = parseLine(line.replace(BULLET, ''))
    const isFull = typeof parsed !== 'string' && keys.size >= MAX_TERMS && !keys.has(termKey(parsed.text))
    if (typeof parsed === 'string' || isFull) {
      const problem = typeof parsed === 'string' ? parsed : 'too-many-terms'
      badLines.push({ line: index + 1, text: line, problem })
      continue
    }
    keys.add(termKey(parsed.text))
    terms.push(parsed)
  }
  return { terms: mergeTerms(terms), badLines }
}

function parseLine(line: string): Term | LineProblem {
  const equals = line.indexOf('=')
  const left = equals < 0 ? line : line.slice(0, equals)
  const language = LANGUAGE.exec(left)?.[1]
  // A slash within a word, as in "AC/DC", is part of the term.
  const [text = '', ...forms] = left
    .replace(LANGUAGE, '')
    .trim()
    .split(/\s+\/(?:\s+|$)/u)
    .map(oneLine)
    .filter((form, index) => index === 0 || form !== '')
  const soundsLike = (equals < 0 ? '' : line.slice(equals + 1))
    .split(/[,;]/u)
    .map(oneLine)
    .filter((variant) => variant !== '')
  if (text === '') return 'no-term'
  const texts = [text, ...forms, ...soundsLike]
  if (texts.some((each) => foldedWords(each).length === 0)) return 'no-word'
  if (texts.some((each) => each.length > MAX_TERM_LENGTH || foldedWords(each).length > MAX_TERM_WORDS))
    return 'too-long'
  if (forms.length > MAX_VARIANTS || soundsLike.length > MAX_VARIANTS) return 'too-many-variants'
  return {
    text,
    ...(forms.length === 0 ? {} : { forms }),
    ...(soundsLike.length === 0 ? {} : { soundsLike }),
    ...(language === undefined ? {} : { language }),
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** The terms as text that `parseTerms` reads, one per line. */
export function printTerms(terms: readonly Term[]): string {
  return terms.map((term) => `${printTerm(term)}\n`).join('')
}

function printTerm({ text, forms = [], soundsLike = [], language }: Term): string {
  const written = [text, ...forms].join(' / ')
  return `${written}${language === undefined ? '' : ` [${language}]`}${soundsLike.length === 0 ? '' : ` = ${soundsLike.join(', ')}`}`
}
