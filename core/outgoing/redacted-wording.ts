import { alignTexts } from '../words/align/align.ts'
import { foldWord } from '../words/align/fold.ts'
import { endingOf } from './placeholder.ts'

/** A word under a text that is shown instead of it. */
export interface SpokenWord {
  readonly text: string
  /** Undefined if it is not redacted; the text of its placeholder, null for the default one. */
  readonly redaction: string | null | undefined
}

/**
 * Another wording of the same words, with a placeholder where redacted ones were: the words that are the same,
 * and what stands between two of those in place of redacted ones. Null if none of its words are the same.
 */
export function redactedWording(
  text: string,
  spoken: readonly SpokenWord[],
  placeholder: string,
): string | null {
  const tokens = tokensOf(text)
  const spokenKeys = spoken.map((word) => keyOf(word.text))
  const matches = alignTexts(
    spokenKeys,
    tokens.map(({ key }) => key),
  )
    .filter((match) => tokens[match.new]?.key !== '')
    .toSorted((a, b) => a.new - b.new)
  if (matches.length === 0) return null
  const secrets = secretsIn(spoken)
  const hidden = new Map<number, string>()
  let [spokenFrom, tokenFrom] = [0, 0]
  for (const match of [...matches, { old: spoken.length, new: tokens.length }]) {
    const replaced = spoken.slice(spokenFrom, match.old).find(isRedacted)
    for (let at = tokenFrom; at < match.new; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.key === '') continue
      if (replaced !== undefined || holdsSecret(token, secrets))
        hidden.set(at, replaced?.redaction ?? placeholder)
    }
    const own = spoken[match.old]
    if (own !== undefined && isRedacted(own)) hidden.set(match.new, own.redaction ?? placeholder)
    ;[spokenFrom, tokenFrom] = [match.old + 1, match.new + 1]
  }
  return withHidden(tokens, hidden)
}

/**
 * A translation with a placeholder for each redacted word, names and numbers mostly, that it has as it was
 * spoken. Null if it lacks one of them: it may have been translated.
 */
export function redactedTranslation(
  text: string,
  spoken: readonly SpokenWord[],
  placeholder: string,
): string | null {
  const tokens = tokensOf(text)
  const hidden = new Map<number, string>()
  for (const word of spoken.filter(isRedacted)) {
    const key = keyOf(word.text)
    if (key === '') continue
    const own = secretsIn([word])
    const places = tokens.flatMap((token, at) => (holdsSecret(token, own) ? [at] : []))
    if (!places.some((at) => tokens[at]?.key === key)) return null
    for (const at of places) hidden.set(at, word.redaction ?? placeholder)
  }
  return withHidden(tokens, hidden)
}

const isRedacted = (word: SpokenWord | undefined): boolean => word?.redaction !== undefined

/** Shorter parts of a redacted word are not looked for: l’, s, it. */
const shortestPart = 3

/** Comparable texts of redacted words, and of the parts of compound ones. */
export function secretsIn(spoken: readonly SpokenWord[]): ReadonlySet<string> {
  const secrets = new Set<string>()
  for (const { text } of spoken.filter(isRedacted)) {
    const key = keyOf(text)
    if (key !== '') secrets.add(key)
    for (const part of partsOf(text)) if (part.length >= shortestPart) secrets.add(part)
  }
  return secrets
}

/** Whether it is a redacted word, or has one between hyphens and apostrophes: Rosa’s, d’Anna. */
export function holdsSecret({ text, key }: Token, secrets: ReadonlySet<string>): boolean {
  if (key === '') return false
  if (secrets.has(key)) return true
  const parts = partsOf(text)
  return parts.some((_, from) =>
    parts.some((_part, to) => {
      const joined = parts.slice(from, to + 1).join('')
      return joined.length > 1 && secrets.has(joined)
    }),
  )
}

const partsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(keyOf)
    .filter((part) => part !== '')

export interface Token {
  /** White space before it, with line ends. */
  readonly before: string
  readonly text: string
  /** Comparable; '' without letters and digits. */
  readonly key: string
}

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/(\s*)(\S+)/gu)].map(([, before = '', word = '']) => ({
    before,
    text: word,
    key: keyOf(word),
  }))

export const keyOf = (text: string): string => (/[\p{L}\p{N}]/u.test(text) ? foldWord(text) : '')

/** Adjacent placeholders of the same text become one; a full stop or comma stays. */
export function withHidden(tokens: readonly Token[], hidden: ReadonlyMap<number, string>): string {
  let shown = ''
  for (const [at, { before, text }] of tokens.entries()) {
    const own = hidden.get(at)
    if (own === undefined) shown += before + text
    else {
      if (hidden.get(at - 1) !== own) shown += before + own
      const goesOn = hidden.get(at + 1) === own
      if (!goesOn) shown += endingOf(text)
    }
  }
  return shown
}
