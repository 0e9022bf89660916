import type { Transcript, Word } from '../transcript/transcript.ts'

/** The first and last words that a comment is on, with their times in ms. */
export interface CommentedWords {
  readonly fromWordId: string
  readonly toWordId: string
  readonly startMs: number
  readonly endMs: number
  /** On one line, at most `MAX_WORDS` words; the rest is replaced by an ellipsis. */
  readonly words: string
}

/** Enough to recognize the place in a list. */
export const MAX_WORDS = 40

/** Null if one of the words does not exist, or they are in the wrong order. */
export function commentedWords(
  transcript: Pick<Transcript, 'paragraphs'>,
  fromWordId: string,
  toWordId: string,
): CommentedWords | null {
  const all = allWords(transcript)
  const from = all.findIndex(({ id }) => id === fromWordId)
  return wordsAt(
    all,
    from,
    all.findIndex(({ id }, place) => place >= from && id === toWordId),
  )
}

/** The same, by the words' indexes among all words of the transcript. */
export function wordsAt(all: readonly Word[], from: number, to: number): CommentedWords | null {
  const [first, last] = [all[from], all[to]]
  if (first === undefined || last === undefined || from > to) return null
  const shown = all.slice(from, Math.min(to + 1, from + MAX_WORDS))
  const text = shown.map(({ before, text: own }, index) => (index === 0 ? own : before + own)).join('')
  return {
    fromWordId: first.id,
    toWordId: last.id,
    startMs: first.startMs,
    endMs: last.endMs,
    words: text.replaceAll(/\s*\n\s*/gu, ' ').trim() + (to - from >= MAX_WORDS ? '…' : ''),
  }
}

/** The words of a transcript in order; the first of a paragraph gets a leading space. */
export function allWords({ paragraphs }: Pick<Transcript, 'paragraphs'>): readonly Word[] {
  const [first, ...others] = paragraphs
  const spaced = others.map(({ words }) =>
    words.map((word, place) => (place === 0 && word.before === '' ? { ...word, before: ' ' } : word)),
  )
  return [...(first?.words ?? []), ...spaced.flat()]
}
