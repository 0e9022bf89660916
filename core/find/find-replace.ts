import { redactionsBy } from '../transcript/redacted-words.ts'
import { paragraphText, type Paragraph, type Transcript } from '../transcript/transcript.ts'
import type { ReplaceTextEdit } from '../edits/edit.ts'
import { foldAccents, foldedText } from './folded-text.ts'
import { replaceParagraphText } from '../edits/kinds/replace-text.ts'

export interface FindOptions {
  readonly matchCase: boolean
  readonly wholeWord: boolean
  /** `ignore`: `é` matches `e`, `œ` matches `oe`, and every apostrophe and space matches the plain one. */
  readonly accents: 'ignore' | 'exact'
  /** The query is a JavaScript regular expression; `^` and `$` match the ends of a paragraph. */
  readonly regularExpression: boolean
}

/** A match, in UTF-16 units of the paragraph's text. Never empty. */
export interface Hit {
  readonly paragraphId: string
  readonly from: number
  readonly to: number
  /** For a regular expression: the whole match, then each captured group, as in the original text. */
  readonly groups?: readonly string[]
  /** For a list of pairs: what replaces it. */
  readonly replacement?: string
}

/** Thrown for an invalid regular expression. */
export class FindRefused extends Error {
  readonly reason: 'bad-expression'
  /** The engine's error, in English. */
  readonly detail: string

  constructor(reason: FindRefused['reason'], detail: string, cause?: unknown) {
    super(`${reason}: ${detail}`, cause === undefined ? {} : { cause })
    this.name = 'FindRefused'
    this.reason = reason
    this.detail = detail
  }
}

/**
 * All matches of a query, in reading order, without overlaps. An empty query matches nothing. A regular
 * expression may run for too long, so run this where it can be stopped.
 * @throws FindRefused
 */
export function findAll(
  transcript: Pick<Transcript, 'paragraphs'>,
  query: string,
  options: FindOptions,
): Hit[] {
  if (query === '') return []
  const pattern = patternOf(query, options)
  const hits: Hit[] = []
  for (const paragraph of transcript.paragraphs) {
    findInParagraph(paragraph, pattern, options, hits)
  }
  return hits
}

/** What is replaced, and by what. */
export interface ReplacePair {
  readonly find: string
  readonly by: string
}

/**
 * All matches of a list of pairs, in reading order, without overlaps; where two pairs match at one place, the one that
 * is first in the list. All are found in the text as it was: no pair replaces what another one put there.
 */
export function findPairs(
  transcript: Pick<Transcript, 'paragraphs'>,
  pairs: readonly ReplacePair[],
  choices: Omit<FindOptions, 'regularExpression'>,
): Hit[] {
  const options = { ...choices, regularExpression: false }
  const wanted = pairs.filter(({ find }) => find !== '')
  if (wanted.length === 0) return []
  const source = wanted.map(({ find }) => `(${sourceOf(find, options)})`).join('|')
  const pattern = new RegExp(source, `gu${options.matchCase ? '' : 'i'}`)
  const hits: Hit[] = []
  for (const paragraph of transcript.paragraphs) {
    findInParagraph(paragraph, pattern, options, hits, (match) => {
      const groups: readonly (string | undefined)[] = match.slice(1)
      const pair = wanted[groups.findIndex((group) => group !== undefined)]
      return { replacement: pair?.by ?? '' }
    })
  }
  return hits
}

function patternOf(query: string, options: FindOptions): RegExp {
  const { matchCase, accents, regularExpression } = options
  // Group indices are costly and requested only when needed.
  const flags = `gu${matchCase ? '' : 'i'}${regularExpression && accents === 'ignore' ? 'd' : ''}`
  try {
    // Checked alone first: `a)(b` is invalid, but becomes valid inside the parentheses added by `sourceOf`.
    if (regularExpression) void new RegExp(accents === 'ignore' ? foldAccents(query) : query, 'u')
    return new RegExp(sourceOf(query, options), flags)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new FindRefused('bad-expression', error.message, error)
  }
}

function sourceOf(query: string, { wholeWord, accents, regularExpression }: FindOptions): string {
  const wanted = accents === 'ignore' ? foldAccents(query) : query
  let source = regularExpression ? `(?:${wanted})` : escaped(wanted)
  if (wholeWord) {
    // No word boundary is required next to punctuation at either end of the query.
    const opens = regularExpression || /^[\p{L}\p{M}\p{N}_]/u.test(wanted)
    const closes = regularExpression || /[\p{L}\p{M}\p{N}_]$/u.test(wanted)
    source = `${opens ? String.raw`(?<![\p{L}\p{M}\p{N}_])` : ''}${source}${closes ? String.raw`(?![\p{L}\p{M}\p{N}_])` : ''}`
  }
  return source
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
}

function findInParagraph(
  paragraph: Paragraph,
  pattern: RegExp,
  options: FindOptions,
  hits: Hit[],
  more: (match: RegExpExecArray) => Partial<Hit> = () => ({}),
): void {
  const text = paragraphText(paragraph)
  const folded = options.accents === 'ignore' ? foldedText(text) : null
  const searched = folded?.text ?? text
  const toOriginal = (at: number): number | null => (folded === null ? at : folded.toOriginal(at))
  pattern.lastIndex = 0
  for (let match = pattern.exec(searched); match !== null; match = pattern.exec(searched)) {
    const [whole] = match
    if (whole === '') {
      // Skip a whole character: from inside a surrogate pair the search would step back and find the same match.
      pattern.lastIndex = match.index + ((searched.codePointAt(match.index) ?? 0) > 0xff_ff ? 2 : 1)
      continue
    }
    const from = toOriginal(match.index)
    const to = toOriginal(match.index + whole.length)
    // A match that begins or ends inside a folded `œ` has no position in the original text.
    if (from === null || to === null) continue
    const hit = { paragraphId: paragraph.id, from, to, ...more(match) }
    hits.push(options.regularExpression ? { ...hit, groups: groupsOf(match, text, toOriginal) } : hit)
  }
}

function groupsOf(match: RegExpExecArray, text: string, toOriginal: (at: number) => number | null): string[] {
  if (match.indices === undefined) return match.map((group: string | undefined) => group ?? '')
  return match.indices.map((span: [number, number] | undefined) => {
    if (span === undefined) return ''
    return text.slice(toOriginal(span[0]) ?? 0, toOriginal(span[1]) ?? 0)
  })
}

/**
 * The edits, one for each paragraph, that replace every hit with `replacement`, including what is needed to carry
 * them over to a newer state. For hits of a regular expression `$1` to `$99`, `$&` and `$$` work as in JavaScript.
 * Hits are all or some of those returned by `findAll` for this same transcript.
 */
export function replaceHits(
  transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>,
  hits: readonly Hit[],
  replacement: string,
  newId: () => string,
): ReplaceTextEdit[] {
  const byParagraph = Map.groupBy(hits, (hit) => hit.paragraphId)
  const redactedIn = redactionsBy(transcript)
  return transcript.paragraphs.flatMap((paragraph): ReplaceTextEdit[] => {
    const own = byParagraph.get(paragraph.id)
    if (own === undefined) return []
    const old = paragraphText(paragraph)
    let text = ''
    let at = 0
    for (const hit of own.toSorted((a, b) => a.from - b.from)) {
      if (hit.from < at || hit.to > old.length) continue
      text += old.slice(at, hit.from) + replacementOf(hit, replacement)
      at = hit.to
    }
    text += old.slice(at)
    return text === old ? [] : [replaceParagraphText(paragraph, newId(), text, redactedIn?.(paragraph))]
  })
}

/** The text that replaces a hit, for a preview. */
export function replacementOf(
  { groups, replacement: own }: Pick<Hit, 'groups' | 'replacement'>,
  replacement: string,
): string {
  if (own !== undefined) return own
  if (groups === undefined) return replacement
  return replacement.replaceAll(/\$(\$|&|\d{1,2})/gu, (whole, name: string) => {
    if (name === '$') return '$'
    if (name === '&') return groups[0] ?? ''
    // `$12` means group 1 followed by a 2 if there are fewer than 12 groups.
    const both = groups[Number(name)]
    if (Number(name) > 0 && both !== undefined) return both
    const first = groups[Number(name[0])]
    return name.length === 2 && Number(name[0]) > 0 && first !== undefined ? first + name.slice(1) : whole
  })
}
