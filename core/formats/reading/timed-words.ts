import type { ReadWord } from './imported-cues.ts'

/** A time within a text, which applies to the text after it. */
export interface TextStamp {
  /** Place in the text, in UTF-16 units. */
  readonly at: number
  readonly ms: number
  /** As written in the file. */
  readonly tag: string
}

export interface TimedWords {
  readonly words: readonly ReadWord[]
  /** Times inside words, such as those of sung syllables, which are unused: a word has only one time. */
  readonly unused: readonly string[]
}

/** The words of a text; a time applies to the word that begins at or after it. */
export function timedWords(text: string, stamps: readonly TextStamp[]): TimedWords {
  let next = 0
  const unused: string[] = []
  const words = [...text.matchAll(/[^ \t\n]+/gu)]
    .filter(([word]) => word.trim() !== '')
    .map(({ 0: word, index }) => {
      let startMs: number | undefined
      for (let stamp = stamps[next]; stamp !== undefined && stamp.at < index + word.length;) {
        if (stamp.at <= index) startMs = stamp.ms
        else unused.push(stamp.tag)
        next++
        stamp = stamps[next]
      }
      return { text: word, startMs }
    })
  return { words, unused }
}
